// What values of a file came to, so that one that is written again need not be read again.
#pragma once

#include "events/event_pools.h"
#include "events/file_problems.h"
#include "events/resolve.h"

#include <vector>

namespace events {

/// From texts, and from lists and objects that RawValue::known tells apart, to numbers in a pool.
class NumberMemo {
public:
    /// The number of this value; read() gives it where it is not known yet. A reading that told a problem is not kept,
    /// so that the problem is told each time, and neither is no_number.
    template <class Read>
    std::uint32_t number_of(RawValue value, const FileProblems& problems, Read read) {
        return number_of(value, problems, read, [] { return true; });
    }
    /// And keeps it only where may_keep() says so afterwards.
    template <class Read, class MayKeep>
    std::uint32_t number_of(RawValue value, const FileProblems& problems, Read read, MayKeep may_keep) {
        constexpr std::size_t most_kept = 100'000;
        if (value.is(RawType::Text)) {
            if (const auto found = by_text_.find(value.text()); found != by_text_.end()) {
                return found->second;
            }
        } else if (value.known() < by_known_.size() && by_known_[value.known()] != no_number) {
            return by_known_[value.known()];
        }
        const std::size_t told = problems.count();
        const std::uint32_t number = read();
        if (number == no_number || problems.count() != told || !may_keep()) {
            return number;
        }
        if (value.is(RawType::Text)) {
            if (by_text_.size() < most_kept) {
                by_text_.emplace(value.text(), number);
            }
        } else if (value.known() != 0) {
            if (value.known() >= by_known_.size()) {
                by_known_.resize(value.known() + 1, no_number);
            }
            by_known_[value.known()] = number;
        }
        return number;
    }

private:
    TextMap<std::uint32_t> by_text_;
    std::vector<std::uint32_t> by_known_;
};

}  // namespace events
