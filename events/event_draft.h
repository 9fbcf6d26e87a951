// An event that owns what it says, for those who make events rather than read them: change its fields at will, and put
// it into an EventStore. The fields are those of Event.
#pragma once

#include "events/event.h"

namespace events {

struct EventDraft {
    std::string id;
    KindId kind{};
    std::string title;
    std::string summary;
    std::string note;
    std::optional<EdtfDate> date;
    std::string date_words;
    Status status = Status::Occurred;
    std::vector<StatusChange> history;
    std::vector<Party> parties;
    std::optional<EventPlace> venue;
    std::vector<RouteLeg> path;
    std::vector<geodata::PassageId> closes;
    std::optional<Value> value;
    std::optional<double> confidence;
    int importance = 1;
    std::vector<std::string> tags;
    std::vector<std::string> people;
    std::vector<std::uint32_t> sources;
    std::string link;
    std::string file;
    int line = 0;
};

}  // namespace events
