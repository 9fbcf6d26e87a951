// What is needed to find things by their words; made by a worker when events have come.
#pragma once

#include "events/name_index.h"
#include "events/search_index.h"

namespace app {

struct Search {
    events::SearchIndex events;
    events::NameIndex names;
};

}  // namespace app
