#include "app/state/related_events.h"

#include <string_view>
#include <utility>

namespace app {

std::vector<events::EventIndex> related_events(const events::EventStore& store, events::EventIndex index) {
    std::vector<events::EventIndex> related;
    const std::string_view id = store.id_of(index);
    const std::string_view link = store.link_of(index);
    for (std::uint32_t i = 0; i < store.size(); ++i) {
        const auto other = static_cast<events::EventIndex>(i);
        const std::string_view other_link = store.link_of(other);
        const bool same_group = !link.empty() && (other_link == link || store.id_of(other) == link);
        if (other != index && (same_group || (!other_link.empty() && other_link == id))) {
            related.push_back(other);
        }
    }
    return related;
}

const std::vector<events::EventIndex>& RelatedEvents::of(std::shared_ptr<const events::EventStore> store,
                                                         events::EventIndex index) {
    if (store_ != store || index_ != index) {
        found_ = related_events(*store, index);
        store_ = std::move(store);
        index_ = index;
    }
    return found_;
}

}  // namespace app
