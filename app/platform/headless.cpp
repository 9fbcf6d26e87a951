#include "app/platform/headless.h"

#include "render/gl/context.h"

#include <glad/egl.h>

#include <array>
#include <stdexcept>
#include <string>

namespace app {

namespace {

[[noreturn]] void fail(const std::string& what) {
    throw std::runtime_error("cannot draw without a display: " + what +
                             "; install Mesa's EGL and drivers (libegl1, libegl-mesa0, libgl1-mesa-dri)");
}

EGLDisplay surfaceless_display() {
    if (gladLoaderLoadEGL(EGL_NO_DISPLAY) == 0) {
        fail("libEGL cannot be loaded");
    }
    if (GLAD_EGL_EXT_platform_base == 0 || eglGetPlatformDisplayEXT == nullptr) {
        fail("EGL offers no platforms to choose from");
    }
    return eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
}

}  // namespace

struct HeadlessContext::Impl {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;

    ~Impl() {
        if (display != EGL_NO_DISPLAY) {
            eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
            if (context != EGL_NO_CONTEXT) {
                eglDestroyContext(display, context);
            }
            eglTerminate(display);
        }
    }
};

HeadlessContext::HeadlessContext() : impl_{std::make_unique<Impl>()} {
    impl_->display = surfaceless_display();
    EGLint major = 0;
    EGLint minor = 0;
    if (impl_->display == EGL_NO_DISPLAY || eglInitialize(impl_->display, &major, &minor) == EGL_FALSE) {
        impl_->display = EGL_NO_DISPLAY;
        fail("EGL has no surfaceless platform");
    }
    gladLoaderLoadEGL(impl_->display);
    eglBindAPI(EGL_OPENGL_API);
    const std::array<EGLint, 5> wanted{EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT,
                                       EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (eglChooseConfig(impl_->display, wanted.data(), &config, 1, &count) == EGL_FALSE) {
        count = 0;
    }
    if (count == 0) {
        fail("the driver offers no configuration for OpenGL");
    }
    const std::array<EGLint, 7> version{
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    impl_->context = eglCreateContext(impl_->display, config, EGL_NO_CONTEXT, version.data());
    if (impl_->context == EGL_NO_CONTEXT) {
        fail("the driver has no OpenGL 3.3");
    }
    if (eglMakeCurrent(impl_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, impl_->context) == EGL_FALSE) {
        fail("the driver cannot draw without a surface");
    }
    render::gl::load_functions(eglGetProcAddress);
}

HeadlessContext::~HeadlessContext() = default;

}  // namespace app
