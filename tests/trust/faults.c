/* Makes the n-th write below a folder fail, as a full disk or a broken one does. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[PATH_MAX];
static long count, at;
static int code, stays;

void fault_begin(const char *where, long number, int error, int for_good) {
    strncpy(folder, where, sizeof folder - 1);
    count = 0, at = number, code = error, stays = for_good;
}

long fault_count(void) { return count; }

static int fails_at(const char *path) {
    if (!folder[0] || strncmp(path, folder, strlen(folder))) return 0;
    count++;
    if (!at || (stays ? count < at : count != at)) return 0;
    errno = code;
    return 1;
}

static int fails(int fd) {
    char link[64], path[PATH_MAX];
    if (!folder[0]) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return fails_at(path);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *data, size_t size) {
    return fails(fd) ? -1 : REAL(write)(fd, data, size);
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) {
    return fails(fd) ? -1 : REAL(pwrite)(fd, data, size, offset);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) {
    return fails(fd) ? -1 : REAL(pwrite64)(fd, data, size, offset);
}
int fsync(int fd) { return fails(fd) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return fails(fd) ? -1 : REAL(fdatasync)(fd); }
int ftruncate(int fd, off_t size) { return fails(fd) ? -1 : REAL(ftruncate)(fd, size); }
int ftruncate64(int fd, off64_t size) { return fails(fd) ? -1 : REAL(ftruncate64)(fd, size); }
int posix_fallocate(int fd, off_t from, off_t size) {
    return fails(fd) ? code : REAL(posix_fallocate)(fd, from, size);
}
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t size, unsigned flags) {
    return fails(out) ? -1 : REAL(copy_file_range)(in, from, out, to, size, flags);
}
ssize_t sendfile(int out, int in, off_t *from, size_t size) {
    return fails(out) ? -1 : REAL(sendfile)(out, in, from, size);
}
ssize_t sendfile64(int out, int in, off64_t *from, size_t size) {
    return fails(out) ? -1 : REAL(sendfile64)(out, in, from, size);
}
int rename(const char *old, const char *new) {
    return fails_at(new) ? -1 : REAL(rename)(old, new);
}
int open(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return flags & O_CREAT && fails_at(path) ? -1 : REAL(open)(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    return flags & O_CREAT && fails_at(path) ? -1 : REAL(open64)(path, flags, mode);
}
int mkdir(const char *path, mode_t mode) {
    return fails_at(path) ? -1 : REAL(mkdir)(path, mode);
}
