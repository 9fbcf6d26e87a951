#include "app/jobs/event_loading.h"

#include "app/platform/read_file.h"

#include <chrono>

namespace app {

EventLoading::EventLoading(std::vector<std::filesystem::path> files, events::Gazetteer gazetteer,
                           events::DaySpan without_dates)
    : files_{std::move(files)}, gazetteer_{std::move(gazetteer)}, without_dates_{without_dates} {
    result_ = std::async(std::launch::async, [this] { return load(); });
}

LoadedEvents EventLoading::load() {
    const auto start = std::chrono::steady_clock::now();
    const auto progress = [this](const events::ReadSoFar& read) {
        const std::lock_guard lock{mutex_};
        so_far_.file = std::filesystem::path{read.file}.filename().string();
        so_far_.percent = read.all == 0 ? 0 : static_cast<int>(read.bytes * 100 / read.all);
        return !stop_;
    };
    auto loaded = events::load_events(
        files_, gazetteer_, without_dates_,
        [this](const std::filesystem::path& path) {
            constexpr int patience_ms = 2000;
            return bytes_of_file(path, longest_stream_bytes, patience_ms, [this] { return !stop_; });
        },
        progress);
    const double took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    const bool stopped = stop_ && loaded.value->size() == 0;
    return {std::move(loaded.value), std::move(loaded.problems), took_ms, stopped};
}

bool EventLoading::is_ready(double patience_s) const {
    return result_.wait_for(std::chrono::duration<double>(patience_s)) == std::future_status::ready;
}

Loading EventLoading::so_far() const {
    const std::lock_guard lock{mutex_};
    return so_far_;
}

std::shared_ptr<const events::EventStore> EventLoading::nothing_yet() const {
    return std::make_shared<const events::EventStore>(events::KindTable{}, std::span<const events::EventDraft>{},
                                                      std::vector<events::Source>{}, without_dates_);
}

}  // namespace app
