#include "events/list_workers.h"

#include "events/json/chunk_reader.h"
#include "events/validate.h"
#include "geodata/parallel.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <mutex>
#include <thread>

namespace events {
namespace {

/// Reads one chunk after the other, with tables and memories of its own.
class Worker : public json::ChunkReader::Sink {
public:
    explicit Worker(const ListContext& context)
        : context_{context},
          kinds_{context.kinds},
          sources_{context.sources.end()},
          resolver_{context.resolver},
          reader_{context.text},
          validator_{{pools_, kinds_, sources_, context.header, resolver_, problems_}} {}

    /// False when the chunk cannot be read in this way.
    [[nodiscard]] bool read(json::EventChunk& chunk, ListPart& part) {
        part_ = &part;
        constexpr std::size_t usual_parties = 2;
        part.rows.records.reserve(chunk.events.size());
        part.rows.parties.reserve(chunk.events.size() * usual_parties);
        const bool all = reader_.read(chunk, *this);
        part.places = std::move(chunk.events);
        return all;
    }

    [[nodiscard]] bool on_event(RawValue raw, std::size_t index) override {
        if (context_.layout == json::Layout::Lines && context_.is_header(raw)) {
            return false;
        }
        const std::size_t told = problems_.count();
        const std::uint32_t sources_before = sources_.end();
        const bool is_event = validator_.read_event(event_, raw);
        const auto number = static_cast<std::uint32_t>(index);
        for (std::uint32_t source = sources_before; source < sources_.end(); ++source) {
            part_->new_sources.emplace_back(number, source);
        }
        if (!is_event || problems_.count() != told) {
            part_->noted.push_back(number);
            return true;
        }
        event_.file = context_.file;
        part_->uncited.count(event_);
        part_->rows.append(event_, pools_);
        return true;
    }

    [[nodiscard]] ListParts::Worker take() { return {std::move(pools_), sources_.all(), kinds_.table()}; }

private:
    const ListContext& context_;
    EventPools pools_;
    KindRegistry kinds_;
    SourceRegistry sources_;
    Resolver resolver_;
    FileProblems problems_{{}, true};
    json::ChunkReader reader_;
    EventValidator validator_;
    CheckedEvent event_;
    ListPart* part_ = nullptr;
};

/// Hands out chunks in order and collects what became of them.
class Desk {
public:
    Desk(const ListContext& context, const json::ListPlace& from)
        : context_{context}, cutter_{context.text, context.layout, from} {}

    /// The next chunk and where its part goes; null when there is nothing more to do.
    [[nodiscard]] ListPart* next(json::EventChunk& chunk) {
        const std::lock_guard lock{mutex_};
        if (stopped_ || parts_.size() > first_bad_ || !cutter_.next(chunk)) {
            return nullptr;
        }
        stopped_ = !context_.goes_on(chunk.end.offset);
        ListPart& part = parts_.emplace_back();
        part.first = chunk.first;
        part.end = chunk.end;
        return &part;
    }

    /// Neither this part nor any behind it is worth anything.
    void give_up(const ListPart& part) {
        const std::lock_guard lock{mutex_};
        const auto at = std::find_if(parts_.begin(), parts_.end(), [&](const ListPart& p) { return &p == &part; });
        first_bad_ = std::min(first_bad_, static_cast<std::size_t>(at - parts_.begin()));
    }

    [[nodiscard]] bool stopped() const { return stopped_; }
    [[nodiscard]] std::deque<ListPart> take() {
        parts_.resize(std::min(parts_.size(), first_bad_));
        return std::move(parts_);
    }

private:
    const ListContext& context_;
    std::mutex mutex_;  // guards what follows
    json::ChunkCutter cutter_;
    std::deque<ListPart> parts_;
    std::size_t first_bad_ = std::numeric_limits<std::size_t>::max();
    bool stopped_ = false;
};

void work(Worker& worker, std::size_t number, Desk& desk) {
    json::EventChunk chunk;
    while (ListPart* part = desk.next(chunk)) {
        part->worker = number;
        if (!worker.read(chunk, *part)) {
            desk.give_up(*part);
            return;
        }
    }
}

}  // namespace

ListParts read_list(const ListContext& context, const json::ListPlace& from) {
    constexpr std::size_t worth_a_thread = 1U << 19U;
    const std::size_t left = context.text.size() - from.at.offset;
    const int wanted = left < worth_a_thread ? 1 : geodata::cores();
    Desk desk{context, from};
    std::vector<std::unique_ptr<Worker>> workers;
    for (int i = 0; i < wanted; ++i) {
        workers.push_back(std::make_unique<Worker>(context));
    }
    geodata::in_parallel(wanted, [&](int first, int last) {
        for (int i = first; i < last; ++i) {
            work(*workers[static_cast<std::size_t>(i)], static_cast<std::size_t>(i), desk);
        }
    });
    ListParts read;
    read.sources_before = context.sources.end();
    read.stopped = desk.stopped();
    read.parts = desk.take();
    for (const auto& worker : workers) {
        read.workers.push_back(worker->take());
    }
    return read;
}

}  // namespace events
