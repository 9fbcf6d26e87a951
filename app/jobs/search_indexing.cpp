#include "app/jobs/search_indexing.h"

#include <chrono>

namespace app {

SearchIndexing::SearchIndexing(const World& world) : store_{world.events} {
    result_ = std::async(std::launch::async, [this, gazetteer = world.gazetteer] {
        return std::make_shared<const Search>(Search{events::SearchIndex{store_, stop_}, events::NameIndex{gazetteer}});
    });
}

bool SearchIndexing::is_ready() const {
    return result_.wait_for(std::chrono::seconds{0}) == std::future_status::ready;
}

}  // namespace app
