#include "app/input/today.h"

#include "events/edtf.h"

#include <ctime>

namespace app {

double today() {
    const std::time_t now = std::time(nullptr);
    std::tm here{};
    localtime_r(&now, &here);
    return events::days_from_civil({here.tm_year + 1900, here.tm_mon + 1, here.tm_mday});
}

}  // namespace app
