// Divides work over the machine's cores.
#pragma once

#include <functional>

namespace geodata {

/// How many cores there are to work on: 1 to 16.
[[nodiscard]] int cores();

/// Calls work(from, to) for consecutive parts of [0, count), on as many threads as there are cores, and waits for all.
/// The parts must not depend on each other.
void in_parallel(int count, const std::function<void(int from, int to)>& work);

}  // namespace geodata
