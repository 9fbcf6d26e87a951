// Event files that are read while the window is open already.
#pragma once

#include "app/state/app_state.h"
#include "events/load.h"

#include <atomic>
#include <filesystem>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace app {

struct LoadedEvents {
    std::shared_ptr<const events::EventStore> store;  ///< never null
    std::vector<geodata::Problem> problems;
    double took_ms = 0.0;
    bool stopped = false;  ///< before there was anything: the store is empty
};

/// Begins when it is made; where it goes before it has finished, the rest is not read.
class EventLoading {
public:
    /// `without_dates`: see EventStore.
    EventLoading(std::vector<std::filesystem::path> files, events::Gazetteer gazetteer, events::DaySpan without_dates);
    EventLoading(const EventLoading&) = delete;
    EventLoading& operator=(const EventLoading&) = delete;
    ~EventLoading() { stop(); }

    /// What has been read so far is let go of, and the store comes empty.
    void stop() { stop_ = true; }
    /// Waits for so many seconds at most.
    [[nodiscard]] bool is_ready(double patience_s) const;
    [[nodiscard]] Loading so_far() const;
    /// Once, and waits for as long as it takes.
    [[nodiscard]] LoadedEvents take() { return result_.get(); }
    /// A store for the meantime.
    [[nodiscard]] std::shared_ptr<const events::EventStore> nothing_yet() const;

private:
    [[nodiscard]] LoadedEvents load();

    std::vector<std::filesystem::path> files_;
    events::Gazetteer gazetteer_;
    events::DaySpan without_dates_;
    std::atomic<bool> stop_ = false;
    mutable std::mutex mutex_;  // guards so_far_
    Loading so_far_;
    std::future<LoadedEvents> result_;  // the last member: its thread uses the others
};

}  // namespace app
