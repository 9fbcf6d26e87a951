#include "render/parallel.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace render {

void in_parallel(int count, const std::function<void(int from, int to)>& work) {
    const int parts = std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 16);
    std::vector<std::jthread> threads;
    for (int part = 1; part < parts; ++part) {
        threads.emplace_back(work, count * part / parts, count * (part + 1) / parts);
    }
    work(0, count / parts);
}

}  // namespace render
