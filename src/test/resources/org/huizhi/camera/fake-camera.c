/*
 * A V4L2 camera without a kernel device. Preloaded into a process (LD_PRELOAD), it answers for
 * /dev/video0 as a UVC camera does; everything else goes to the C library.
 *
 * FAKE_CAMERA names a folder:
 *   WIDTHxHEIGHT/NAME.jpg    what an MJPG mode of that size gives, in the order of the names
 *   WIDTHxHEIGHT/NAME.yuyv   what a YUYV mode of that size gives
 *   WIDTHxHEIGHT/NAME.rgb    what libv4l makes of it for programs that want no other format
 *   state                    ok, gone, stall, busy, denied, cut (JPEG frames arrive half) or crash
 *   controls                 written: a line "ID VALUE" for every control that was set; read at
 *                            the start, as a device remembers what the last program set
 * 30 frames a second. One opening may stream, others may look on, as with a real driver.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#define FPS 30
#define MOST_MODES 16
#define MOST_FRAMES 128
#define MOST_BUFFERS 8
#define MOST_FDS 4096

struct frame {
  unsigned char *bytes;
  size_t size;
};

struct mode {
  unsigned width, height, format;
  struct frame frames[MOST_FRAMES];
  unsigned count;
};

struct control {
  unsigned id, type;
  const char *name;
  int min, max, step, standard, value;
};

static struct mode modes[MOST_MODES];
static unsigned mode_count;
static char is_camera[MOST_FDS]; /* which file descriptors are ours */
static int streamer = -1;        /* the one that holds the buffers */
static int memory_fd = -1;
static unsigned char *memory;
static size_t buffer_size;
static unsigned buffer_count, queue[64], queue_head, queue_tail, sequence;
static struct mode *current;
static int streaming;

static struct control controls[] = {
    {V4L2_CID_EXPOSURE_AUTO, V4L2_CTRL_TYPE_MENU, "Auto Exposure", 0, 3, 1, 3, 3},
    {V4L2_CID_EXPOSURE_ABSOLUTE, V4L2_CTRL_TYPE_INTEGER, "Exposure Time, Absolute", 3, 2047, 1, 250, 250},
    {V4L2_CID_GAIN, V4L2_CTRL_TYPE_INTEGER, "Gain", 0, 255, 1, 64, 64},
    {V4L2_CID_AUTO_WHITE_BALANCE, V4L2_CTRL_TYPE_BOOLEAN, "White Balance, Automatic", 0, 1, 1, 1, 1},
    {V4L2_CID_WHITE_BALANCE_TEMPERATURE, V4L2_CTRL_TYPE_INTEGER, "White Balance Temperature", 2800,
     6500, 1, 4600, 4600},
    {V4L2_CID_POWER_LINE_FREQUENCY, V4L2_CTRL_TYPE_MENU, "Power Line Frequency", 0, 2, 1, 2, 2},
};
#define CONTROL_COUNT (sizeof controls / sizeof *controls)

static int (*real_open)(const char *, int, ...);
static int (*real_ioctl)(int, unsigned long, ...);
static int (*real_close)(int);

static int refuse(int error) {
  errno = error;
  return -1;
}

static int by_name(const struct dirent **a, const struct dirent **b) {
  return strcmp((*a)->d_name, (*b)->d_name);
}

static struct frame read_file(const char *path) {
  struct frame frame = {0, 0};
  struct stat status;
  int fd = real_open(path, O_RDONLY);
  if (fd >= 0 && fstat(fd, &status) == 0) {
    frame.bytes = malloc(status.st_size);
    frame.size = read(fd, frame.bytes, status.st_size);
  }
  real_close(fd);
  return frame;
}

static void read_mode(const char *folder, unsigned width, unsigned height, const char *ending,
                      unsigned format) {
  struct dirent **found;
  int files = scandir(folder, &found, 0, by_name);
  struct mode *mode = &modes[mode_count];
  *mode = (struct mode){width, height, format, {{0, 0}}, 0};
  for (int i = 0; i < files; i++) {
    char path[4096];
    const char *dot = strrchr(found[i]->d_name, '.');
    if (dot && strcmp(dot, ending) == 0 && mode->count < MOST_FRAMES) {
      snprintf(path, sizeof path, "%s/%s", folder, found[i]->d_name);
      mode->frames[mode->count++] = read_file(path);
    }
    free(found[i]);
  }
  if (files >= 0) free(found);
  if (mode->count > 0) mode_count++;
}

static void remember(const char *folder) {
  char path[4096];
  unsigned id;
  int value;
  snprintf(path, sizeof path, "%s/controls", folder);
  FILE *log = fopen(path, "r");
  while (log && fscanf(log, "%x %d", &id, &value) == 2) {
    for (unsigned i = 0; i < CONTROL_COUNT; i++) {
      if (controls[i].id == id) controls[i].value = value;
    }
  }
  if (log) fclose(log);
}

__attribute__((constructor)) static void start(void) {
  real_open = dlsym(RTLD_NEXT, "open");
  real_ioctl = dlsym(RTLD_NEXT, "ioctl");
  real_close = dlsym(RTLD_NEXT, "close");
  const char *folder = getenv("FAKE_CAMERA");
  if (folder) remember(folder);
  struct dirent **found;
  int files = folder ? scandir(folder, &found, 0, by_name) : 0;
  for (int i = 0; i < files; i++) {
    unsigned width, height;
    char path[4096];
    if (sscanf(found[i]->d_name, "%ux%u", &width, &height) == 2 && mode_count + 3 < MOST_MODES) {
      snprintf(path, sizeof path, "%s/%s", folder, found[i]->d_name);
      read_mode(path, width, height, ".jpg", V4L2_PIX_FMT_MJPEG);
      read_mode(path, width, height, ".yuyv", V4L2_PIX_FMT_YUYV);
      read_mode(path, width, height, ".rgb", V4L2_PIX_FMT_RGB24);
    }
  }
  current = modes;
}

static int in_state(const char *wanted) {
  char path[4096], word[16] = "";
  if (mode_count == 0) return 0;
  snprintf(path, sizeof path, "%s/state", getenv("FAKE_CAMERA"));
  int fd = real_open(path, O_RDONLY);
  if (fd < 0) return strcmp(wanted, "ok") == 0;
  ssize_t length = read(fd, word, sizeof word - 1);
  real_close(fd);
  word[length > 0 ? length : 0] = 0;
  word[strcspn(word, "\n")] = 0;
  return strcmp(wanted, word) == 0;
}

static int is_device(const char *path) {
  return path && strcmp(path, "/dev/video0") == 0 && mode_count > 0;
}

static int camera_open(int flags) {
  if (in_state("gone")) return refuse(ENOENT);
  if (in_state("denied")) return refuse(EACCES);
  int fd = timerfd_create(CLOCK_MONOTONIC, flags & O_NONBLOCK ? TFD_NONBLOCK : 0);
  if (fd >= 0 && fd < MOST_FDS) is_camera[fd] = 1;
  return fd;
}

static void tick(int fd, int on) {
  long period = on ? 1000000000 / FPS : 0;
  struct itimerspec timer = {{0, period}, {0, period}};
  timerfd_settime(fd, 0, &timer, 0);
}

static void drop_buffers(void) {
  if (memory) munmap(memory, buffer_size * MOST_BUFFERS);
  if (memory_fd >= 0) real_close(memory_fd);
  memory = 0;
  memory_fd = -1;
  buffer_count = queue_head = queue_tail = 0;
}

static int camera_close(int fd) {
  if (fd == streamer) {
    drop_buffers();
    streamer = -1;
    streaming = 0;
  }
  is_camera[fd] = 0;
  return real_close(fd);
}

static void describe(struct v4l2_pix_format *pix) {
  pix->width = current->width;
  pix->height = current->height;
  pix->pixelformat = current->format;
  pix->field = V4L2_FIELD_NONE;
  unsigned pixel = current->format == V4L2_PIX_FMT_YUYV    ? 2
                   : current->format == V4L2_PIX_FMT_RGB24 ? 3
                                                           : 0;
  pix->bytesperline = current->width * pixel;
  pix->sizeimage = current->width * current->height * 3;
  pix->colorspace = V4L2_COLORSPACE_SRGB;
}

/* The nearest mode, the format before the size, as drivers do. */
static void choose(const struct v4l2_pix_format *pix) {
  long best = -1;
  for (unsigned i = 0; i < mode_count; i++) {
    long away = labs((long)modes[i].width - (long)pix->width) +
                labs((long)modes[i].height - (long)pix->height) +
                (modes[i].format == pix->pixelformat ? 0 : 100000);
    if (best < 0 || away < best) {
      best = away;
      current = &modes[i];
    }
  }
}

static int list_formats(struct v4l2_fmtdesc *desc) {
  unsigned seen[MOST_MODES], count = 0;
  for (unsigned i = 0; i < mode_count; i++) {
    int known = 0;
    for (unsigned k = 0; k < count; k++) known |= seen[k] == modes[i].format;
    if (!known) seen[count++] = modes[i].format;
  }
  if (desc->type != V4L2_BUF_TYPE_VIDEO_CAPTURE || desc->index >= count) return refuse(EINVAL);
  desc->pixelformat = seen[desc->index];
  desc->flags = desc->pixelformat == V4L2_PIX_FMT_MJPEG ? V4L2_FMT_FLAG_COMPRESSED : 0;
  return 0;
}

static int list_sizes(struct v4l2_frmsizeenum *size) {
  unsigned at = 0;
  for (unsigned i = 0; i < mode_count; i++) {
    if (modes[i].format == size->pixel_format && at++ == size->index) {
      size->type = V4L2_FRMSIZE_TYPE_DISCRETE;
      size->discrete.width = modes[i].width;
      size->discrete.height = modes[i].height;
      return 0;
    }
  }
  return refuse(EINVAL);
}

static int request_buffers(int fd, struct v4l2_requestbuffers *request) {
  if (in_state("busy") || (streamer >= 0 && streamer != fd)) return refuse(EBUSY);
  if (request->memory != V4L2_MEMORY_MMAP) return refuse(EINVAL);
  drop_buffers();
  if (request->count > MOST_BUFFERS) request->count = MOST_BUFFERS;
  buffer_count = request->count;
  streamer = buffer_count ? fd : -1;
  if (buffer_count) {
    buffer_size = (current->width * current->height * 3 + 4095) & ~4095ul;
    memory_fd = memfd_create("fake-camera", 0);
    if (ftruncate(memory_fd, buffer_size * MOST_BUFFERS)) return refuse(ENOMEM);
    memory = (void *)syscall(SYS_mmap, 0, buffer_size * MOST_BUFFERS, PROT_READ | PROT_WRITE,
                             MAP_SHARED, memory_fd, 0);
  }
  return 0;
}

static int take_buffer(int fd, struct v4l2_buffer *buffer) {
  uint64_t ticks;
  if (in_state("crash")) abort();
  if (in_state("stall")) {
    tick(fd, 0); /* nothing comes any more, in this opening */
    if (read(fd, &ticks, sizeof ticks) != sizeof ticks) return refuse(EAGAIN);
  }
  if (queue_head == queue_tail || read(fd, &ticks, sizeof ticks) != sizeof ticks) {
    return refuse(EAGAIN);
  }
  unsigned index = queue[queue_head++ & 63];
  const struct frame *frame = &current->frames[sequence % current->count];
  size_t used = in_state("cut") ? frame->size / 2 : frame->size;
  memcpy(memory + index * buffer_size, frame->bytes, used);
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  buffer->index = index;
  buffer->bytesused = used;
  buffer->length = buffer_size;
  buffer->m.offset = index * buffer_size;
  buffer->sequence = sequence++;
  buffer->flags = V4L2_BUF_FLAG_DONE;
  buffer->field = V4L2_FIELD_NONE;
  buffer->timestamp.tv_sec = now.tv_sec;
  buffer->timestamp.tv_usec = now.tv_nsec / 1000;
  return 0;
}

static struct control *control(unsigned id) {
  for (unsigned i = 0; i < CONTROL_COUNT; i++) {
    if (controls[i].id == id) return &controls[i];
  }
  return 0;
}

static int query_control(struct v4l2_queryctrl *query) {
  struct control *found = control(query->id);
  if (!found) return refuse(EINVAL);
  query->type = found->type;
  snprintf((char *)query->name, sizeof query->name, "%s", found->name);
  query->minimum = found->min;
  query->maximum = found->max;
  query->step = found->step;
  query->default_value = found->standard;
  query->flags = 0;
  return 0;
}

static int set_control(const struct v4l2_control *wanted) {
  struct control *found = control(wanted->id);
  char path[4096], line[64];
  if (!found) return refuse(EINVAL);
  if (wanted->value < found->min || wanted->value > found->max) return refuse(ERANGE);
  found->value = wanted->value;
  snprintf(path, sizeof path, "%s/controls", getenv("FAKE_CAMERA"));
  int fd = real_open(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
  int length = snprintf(line, sizeof line, "%#x %d\n", wanted->id, wanted->value);
  if (write(fd, line, length) != length) return refuse(EIO);
  return real_close(fd);
}

static int camera_ioctl(int fd, unsigned long request, void *argument) {
  if (in_state("gone")) return refuse(ENODEV);
  switch ((unsigned)request) {
    case VIDIOC_QUERYCAP: {
      struct v4l2_capability *what = argument;
      memset(what, 0, sizeof *what);
      strcpy((char *)what->driver, "uvcvideo");
      strcpy((char *)what->card, "Fake UVC Camera");
      strcpy((char *)what->bus_info, "usb-fake-1");
      what->version = 0x60000;
      what->device_caps = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
      what->capabilities = what->device_caps | V4L2_CAP_DEVICE_CAPS;
      return 0;
    }
    case VIDIOC_ENUM_FMT:
      return list_formats(argument);
    case VIDIOC_ENUM_FRAMESIZES:
      return list_sizes(argument);
    case VIDIOC_ENUM_FRAMEINTERVALS: {
      struct v4l2_frmivalenum *interval = argument;
      if (interval->index) return refuse(EINVAL);
      interval->type = V4L2_FRMIVAL_TYPE_DISCRETE;
      interval->discrete.numerator = 1;
      interval->discrete.denominator = FPS;
      return 0;
    }
    case VIDIOC_S_FMT:
      if (in_state("busy") || (streamer >= 0 && streamer != fd)) return refuse(EBUSY);
      /* fall through */
    case VIDIOC_TRY_FMT: {
      struct v4l2_format *format = argument;
      struct mode *before = current;
      if (format->type != V4L2_BUF_TYPE_VIDEO_CAPTURE) return refuse(EINVAL);
      choose(&format->fmt.pix);
      describe(&format->fmt.pix);
      if ((unsigned)request == VIDIOC_TRY_FMT) current = before;
      return 0;
    }
    case VIDIOC_G_FMT: {
      struct v4l2_format *format = argument;
      if (format->type != V4L2_BUF_TYPE_VIDEO_CAPTURE) return refuse(EINVAL);
      describe(&format->fmt.pix);
      return 0;
    }
    case VIDIOC_G_PARM:
    case VIDIOC_S_PARM: {
      struct v4l2_streamparm *parm = argument;
      parm->parm.capture.capability = V4L2_CAP_TIMEPERFRAME;
      parm->parm.capture.timeperframe.numerator = 1;
      parm->parm.capture.timeperframe.denominator = FPS;
      return 0;
    }
    case VIDIOC_ENUMINPUT: {
      struct v4l2_input *input = argument;
      if (input->index) return refuse(EINVAL);
      strcpy((char *)input->name, "Camera 1");
      input->type = V4L2_INPUT_TYPE_CAMERA;
      return 0;
    }
    case VIDIOC_G_INPUT:
      *(int *)argument = 0;
      return 0;
    case VIDIOC_S_INPUT:
      return *(int *)argument ? refuse(EINVAL) : 0;
    case VIDIOC_QUERYCTRL:
      return query_control(argument);
    case VIDIOC_G_CTRL: {
      struct v4l2_control *asked = argument;
      struct control *found = control(asked->id);
      if (!found) return refuse(EINVAL);
      asked->value = found->value;
      return 0;
    }
    case VIDIOC_S_CTRL:
      return set_control(argument);
    case VIDIOC_REQBUFS:
      return request_buffers(fd, argument);
    case VIDIOC_QUERYBUF: {
      struct v4l2_buffer *buffer = argument;
      if (buffer->index >= buffer_count) return refuse(EINVAL);
      buffer->length = buffer_size;
      buffer->m.offset = buffer->index * buffer_size;
      buffer->flags = 0;
      return 0;
    }
    case VIDIOC_QBUF: {
      struct v4l2_buffer *buffer = argument;
      queue[queue_tail++ & 63] = buffer->index;
      buffer->flags = V4L2_BUF_FLAG_QUEUED;
      return 0;
    }
    case VIDIOC_DQBUF:
      return take_buffer(fd, argument);
    case VIDIOC_STREAMON:
      streaming = 1;
      tick(fd, !in_state("stall"));
      return 0;
    case VIDIOC_STREAMOFF:
      streaming = 0;
      queue_head = queue_tail = 0;
      tick(fd, 0);
      return 0;
  }
  return refuse(ENOTTY);
}

static int is_ours(int fd) { return fd >= 0 && fd < MOST_FDS && is_camera[fd]; }

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int mode = va_arg(rest, int);
  va_end(rest);
  if (is_device(path)) return camera_open(flags);
  return syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int mode = va_arg(rest, int);
  va_end(rest);
  return open(path, flags, mode);
}

int ioctl(int fd, unsigned long request, ...) {
  va_list rest;
  va_start(rest, request);
  void *argument = va_arg(rest, void *);
  va_end(rest);
  return is_ours(fd) ? camera_ioctl(fd, request, argument)
                     : (int)syscall(SYS_ioctl, fd, request, argument);
}

void *mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
  int ours = is_ours(fd);
  return (void *)syscall(SYS_mmap, at, length, protection, ours ? MAP_SHARED : flags,
                         ours ? memory_fd : fd, offset);
}

void *mmap64(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
  return mmap(at, length, protection, flags, fd, offset);
}

int close(int fd) { return is_ours(fd) ? camera_close(fd) : (int)syscall(SYS_close, fd); }

int access(const char *path, int how) {
  if (!is_device(path)) return syscall(SYS_access, path, how);
  return in_state("gone") ? refuse(ENOENT) : 0;
}

int __xstat(int version, const char *path, struct stat *status) {
  (void)version;
  if (!is_device(path)) return syscall(SYS_stat, path, status);
  if (in_state("gone")) return refuse(ENOENT);
  memset(status, 0, sizeof *status);
  status->st_mode = S_IFCHR | 0660;
  status->st_rdev = 0x5100;
  return 0;
}

/* What webcam-capture's grabber calls: the real libv4l2 goes past the names above. */
int v4l2_open(const char *path, int flags, ...) { return open(path, flags, 0); }
int v4l2_close(int fd) { return close(fd); }
int v4l2_ioctl(int fd, unsigned long request, ...) {
  va_list rest;
  va_start(rest, request);
  void *argument = va_arg(rest, void *);
  va_end(rest);
  return ioctl(fd, request, argument);
}
void *v4l2_mmap(void *at, size_t length, int protection, int flags, int fd, int64_t offset) {
  return mmap(at, length, protection, flags, fd, offset);
}
int v4l2_munmap(void *at, size_t length) { return munmap(at, length); }
ssize_t v4l2_read(int fd, void *into, size_t length) { return read(fd, into, length); }
