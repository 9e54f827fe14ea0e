// Loaded into a program, this keeps what a disk would hold if the power went: each file below
// POWER_DATA as it was at its last fsync. After every fsync, of a file or of a directory's names, it
// copies all of these into the next numbered folder of POWER_OUT, with the length of the file
// POWER_SAID at that moment in "said".
// Names of files in subfolders are written with % for /. Renaming, linking and deleting count at once.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int count;

static void copy(const char *from, const char *to) {
  char block[65536];
  int in = open(from, O_RDONLY | O_CLOEXEC);
  if (in < 0) return;
  int out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  for (ssize_t n; out >= 0 && (n = read(in, block, sizeof block)) > 0;)
    if (write(out, block, n) != n) abort();
  close(in);
  if (out >= 0) close(out);
}

// Where the durable copy of a file stands; 0 for files that are none of ours.
static int durable(const char *path, char *copied) {
  const char *data = getenv("POWER_DATA"), *out = getenv("POWER_OUT");
  size_t length = data ? strlen(data) : 0;
  if (!out || !length || strncmp(path, data, length) || path[length] != '/') return 0;
  int start = snprintf(copied, PATH_MAX, "%s/durable/", out);
  snprintf(copied + start, PATH_MAX - start, "%s", path + length + 1);
  for (char *c = copied + start; *c; c++)
    if (*c == '/') *c = '%';
  return 1;
}

static void keep(void) {
  const char *out = getenv("POWER_OUT"), *said = getenv("POWER_SAID");
  char folder[PATH_MAX], whole[PATH_MAX], from[PATH_MAX + 300], to[PATH_MAX + 300];
  snprintf(folder, sizeof folder, "%s/unfinished", out);
  snprintf(whole, sizeof whole, "%s/%05d", out, count++);
  mkdir(folder, 0700);
  snprintf(from, sizeof from, "%s/durable", out);
  DIR *files = opendir(from);
  for (struct dirent *file; files && (file = readdir(files));) {
    if (file->d_name[0] == '.') continue;
    snprintf(from, sizeof from, "%s/durable/%s", out, file->d_name);
    snprintf(to, sizeof to, "%s/%s", folder, file->d_name);
    copy(from, to);
  }
  if (files) closedir(files);
  struct stat now;
  snprintf(to, sizeof to, "%s/said", folder);
  FILE *note = fopen(to, "w");
  fprintf(note, "%ld", said && !stat(said, &now) ? (long)now.st_size : 0L);
  fclose(note);
  // A program killed in here must not leave half a state under a state's name.
  renameat(AT_FDCWD, folder, AT_FDCWD, whole);
}

static int synced(int fd, int result) {
  char link[64], path[PATH_MAX], copied[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 2);
  struct stat file;
  if (result || length < 0 || fstat(fd, &file)) return result;
  path[length] = 0;
  pthread_mutex_lock(&lock);
  if (S_ISDIR(file.st_mode)) {
    path[length] = '/';
    path[length + 1] = 0;
    if (durable(path, copied)) keep();
  } else if (S_ISREG(file.st_mode) && durable(path, copied)) {
    copy(path, copied);
    keep();
  }
  pthread_mutex_unlock(&lock);
  return result;
}

int fsync(int fd) {
  int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
  return synced(fd, real(fd));
}

int fdatasync(int fd) {
  int (*real)(int) = dlsym(RTLD_NEXT, "fdatasync");
  return synced(fd, real(fd));
}

int rename(const char *from, const char *to) {
  int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
  char before[PATH_MAX], after[PATH_MAX];
  pthread_mutex_lock(&lock);
  int result = real(from, to);
  if (!result && durable(from, before) && durable(to, after)) real(before, after);
  pthread_mutex_unlock(&lock);
  return result;
}

int unlink(const char *path) {
  int (*real)(const char *) = dlsym(RTLD_NEXT, "unlink");
  char copied[PATH_MAX];
  pthread_mutex_lock(&lock);
  int result = real(path);
  if (!result && durable(path, copied)) real(copied);
  pthread_mutex_unlock(&lock);
  return result;
}

int link(const char *from, const char *to) {
  int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "link");
  char before[PATH_MAX], after[PATH_MAX];
  pthread_mutex_lock(&lock);
  int result = real(from, to);
  if (!result && durable(from, before) && durable(to, after)) real(before, after);
  pthread_mutex_unlock(&lock);
  return result;
}
