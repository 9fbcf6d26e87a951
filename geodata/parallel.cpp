#include "geodata/parallel.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace geodata {

int cores() {
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 16);
}

void in_parallel(int count, const std::function<void(int from, int to)>& work) {
    const int parts = std::clamp(count, 1, cores());
    std::vector<std::jthread> threads;
    for (int part = 1; part < parts; ++part) {
        threads.emplace_back(work, count * part / parts, count * (part + 1) / parts);
    }
    work(0, count / parts);
}

}  // namespace geodata
