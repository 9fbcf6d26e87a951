#include "geodata/parallel.h"

#include <algorithm>
#include <cstdint>
#include <exception>
#include <thread>
#include <vector>

namespace geodata {

int cores() {
    return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 16);
}

void in_parallel(int count, const std::function<void(int from, int to)>& work) {
    const int parts = std::clamp(count, 1, cores());
    const auto begin_of = [&](int part) { return static_cast<int>(std::int64_t{count} * part / parts); };
    std::vector<std::exception_ptr> failures(static_cast<std::size_t>(parts));
    const auto try_part = [&](int part) {
        try {
            work(begin_of(part), begin_of(part + 1));
        } catch (...) {  // told when all have come home: out of a thread it would end the program
            failures[static_cast<std::size_t>(part)] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> threads;
        for (int part = 1; part < parts; ++part) {
            threads.emplace_back(try_part, part);
        }
        try_part(0);
    }
    for (const std::exception_ptr& failure : failures) {
        if (failure) {
            std::rethrow_exception(failure);
        }
    }
}

}  // namespace geodata
