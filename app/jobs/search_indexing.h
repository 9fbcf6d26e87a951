// Reads the words of events while the window is used.
#pragma once

#include "app/state/search.h"
#include "app/state/world.h"

#include <atomic>
#include <future>
#include <memory>

namespace app {

/// Begins when it is made; where it goes before it has finished, the rest is not read.
class SearchIndexing {
public:
    explicit SearchIndexing(const World& world);
    SearchIndexing(const SearchIndexing&) = delete;
    SearchIndexing& operator=(const SearchIndexing&) = delete;
    ~SearchIndexing() { stop_ = true; }

    /// Whose words are read.
    [[nodiscard]] const std::shared_ptr<const events::EventStore>& store() const { return store_; }
    [[nodiscard]] bool is_ready() const;
    /// Once, and waits for as long as it takes.
    [[nodiscard]] std::shared_ptr<const Search> take() { return result_.get(); }

private:
    std::shared_ptr<const events::EventStore> store_;
    std::atomic<bool> stop_ = false;
    std::future<std::shared_ptr<const Search>> result_;  // the last member: its thread uses the others
};

}  // namespace app
