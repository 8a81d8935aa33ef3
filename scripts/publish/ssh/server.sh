# What publishing by ssh has the server do. Sent there at each publication (remote-shell.ts) and run by its `sh`; needs coreutils and rsync.
#
# The first two lines read are the folder, and `hold` or `look`. Then come requests, one a line, some with bytes behind them, and each is
# answered by `ok N` or `no N` and N bytes. Who is cut off in the middle of a line has asked for nothing. While this shell lives it holds
# the folder, by the same locks as `file:` (publish-lock.ts), and it does by itself all that readers could notice: so nobody
# can move the link whose turn it is not.
set -u
umask 022
LC_ALL=C
export LC_ALL
unset CDPATH

say() { printf '%s %d\n%s' "$1" "${#2}" "$2"; }
give_up() {
  printf 'stop %s\n' "$1"
  exit 1
}

# --- whose turn it is

# The highest number of a lock, looked at until two looks agree, since names come and go while a folder is listed.
newest() {
  last=-1
  while :; do
    before=$last last=0
    for file in .publishing.*; do
      each=${file#.publishing.}
      # What is longer is no number of ours, nor one that a shell can count with.
      case $each in '' | 0* | *[!0-9]* | ????????????????*) continue ;; esac
      [ "$each" -gt "$last" ] && last=$each
    done
    [ "$last" -eq "$before" ] && return
  done
}

# When a process started, in ticks since the machine did (proc(5), field 22).
start_of() {
  start=
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 0
  set -f
  # shellcheck disable=SC2086
  set -- ${stat##*) }
  set +f
  # Killed, and listed until its parent has asked for its end.
  if [ "$1" = Z ]; then start=ended; else start=${20}; fi
}

boot=$(cat /proc/sys/kernel/random/boot_id 2>/dev/null)
host=$(uname -n)
start_of $$
own_start=$start

# The mark of this process in the form of process-mark.ts; $1 tells whether it has given the folder back.
write_mark() {
  printf '{"pid":%d,' $$
  [ -n "$own_start" ] && printf '"start":"%s",' "$own_start"
  [ -n "$boot" ] && printf '"boot":"%s",' "$boot"
  printf '"host":"%s","isReleased":%s}' "$host" "$1"
}

# The text of the field $1 of a mark.
field() {
  case $mark in
    *"\"$1\":\""*)
      value=${mark#*"\"$1\":\""}
      value=${value%%\"*}
      ;;
    *) value= ;;
  esac
}

# Whether the process of a mark runs: another user's may not be signalled, and says so.
is_running() {
  case $(kill -0 "$1" 2>&1 && echo runs) in *runs* | *[Pp]ermi*) return 0 ;; esac
  [ -d "/proc/$1" ]
}

# Sets `life` of who holds by the lock with number `last`, and `holder`.
look_at_holder() {
  life=gone mark=
  [ "$last" -gt 0 ] && mark=$(cat ".publishing.$last" 2>/dev/null)
  case $mark in *'"isReleased":false'*) ;; *) return 0 ;; esac
  holder=${mark#*'"pid":'}
  holder=${holder%%[!0-9]*}
  field host
  if [ -z "$holder" ] || [ -z "$value" ]; then return 0; fi
  if [ "$value" != "$host" ]; then
    life=unknown
    return 0
  fi
  field boot
  if [ "$value" != "$boot" ] || ! is_running "$holder"; then return 0; fi
  field start
  start_of "$holder"
  [ "$value" = "$start" ] && life=runs
  return 0
}

# Waits for the folder, and sets `held` to the number of our lock.
hold() {
  own=.publishing.$$.new told=0 tries=0
  while :; do
    newest
    number=$last
    look_at_holder
    case $life in
      unknown)
        printf 'elsewhere %s\n' ".publishing.$number"
        exit 1
        ;;
      runs)
        [ "$told" -ne "$number" ] && printf 'wait %d\n' "$holder"
        told=$number
        sleep 1
        continue
        ;;
    esac
    number=$((number + 1))
    if ! write_mark false >"$own"; then
      rm -f "$own"
      give_up "$PWD: cannot be written to"
    fi
    if ln "$own" ".publishing.$number" 2>/dev/null; then
      newest
      rm -f "$own"
      # Who was slow may have taken a number that was held and left meanwhile: then there is a higher one.
      if [ "$last" -eq "$number" ]; then break; fi
      rm -f ".publishing.$number"
    fi
    tries=$((tries + 1))
    [ "$tries" -gt 1000 ] && give_up "$PWD: hard links cannot be made there"
  done
  held=$number
  for file in .publishing.*; do
    each=${file#.publishing.}
    case $each in
      *.new | *.new.*) rm -f "$file" ;;
      '' | 0* | *[!0-9]* | ????????????????*) ;;
      *) [ "$each" -lt "$held" ] && rm -f "$file" ;;
    esac
  done
}

# The lock stays as the highest, since numbers must never be used again.
let_go() {
  if write_mark true >"$own" && ln "$own" ".publishing.$((held + 1))"; then rm -f ".publishing.$held"; fi
  rm -f "$own"
}

# --- what may be asked

look() {
  if [ -L current ]; then
    printf 'current %s\n' "$(readlink current)"
  elif [ -e current ]; then
    printf 'current ?\n'
  fi
  for file in releases/*; do [ -d "$file" ] && printf 'release %s\n' "${file#releases/}"; done
  for file in releases/.unfinished-*; do [ -d "$file" ] && printf 'unfinished %s\n' "${file#releases/}"; done
  for file in statements/*; do [ -f "$file" ] && printf 'statement %s\n' "${file#statements/}"; done
  return 0
}

# The bytes of the file $1.
read_file() {
  [ -f "$1" ] && [ -r "$1" ] || { say no "$1"; return; }
  printf 'ok %d\n' "$(wc -c <"$1")"
  cat "$1"
}

# Which files of the folder $1 have the sums that follow in $2 bytes.
check() {
  head -c "$2" >"$own.sums"
  (cd "$1" && sha256sum -c -) <"$own.sums" 2>/dev/null
  rm -f "$own.sums"
  return 0
}

# Only says which files of $1 have those sums, without writing anything, for who does not hold the folder.
check_only() {
  sums=$(head -c "$2")
  (cd "$1" && printf '%s\n' "$sums" | sha256sum -c - 2>/dev/null)
  return 0
}

# How many files lie in the folder $1.
count() { find "$1" ! -type d | wc -l; }

# Makes the folder $1 for a new release, and removes what killed publishers have left; but not $2, whose files may still be of use.
start() {
  mkdir -p releases statements || return
  for file in releases/.unfinished-*; do
    [ -d "$file" ] && [ "${file#releases/}" != "$2" ] && rm -rf "$file"
  done
  rm -f statements/*.new
  mkdir "releases/$1"
}

# Links the files, whose names follow in $3 bytes, of release $1 into the folder $2.
link_all() {
  head -c "$3" >"$own.names"
  rsync --files-from="$own.names" --from0 --checksum --perms --link-dest="$PWD/releases/$1" "releases/$1/" "releases/$2/" </dev/null
  code=$?
  rm -f "$own.names"
  return $code
}

# Writes the $2 bytes that follow to the file $1, whole or not at all.
put() {
  head -c "$2" >"$1.new" && [ "$(wc -c <"$1.new")" -eq "$2" ] && mv -f "$1.new" "$1"
}

# Gives the folder $1 the name of release $2, when the disk has it, and keeps its manifest beside what is stated.
name() {
  settle && mv -T "releases/$1" "releases/$2" && cp "releases/$2/manifest.json" "statements/$2.manifest.json.new" &&
    mv -f "statements/$2.manifest.json.new" "statements/$2.manifest.json"
}

# Sends readers to release $1.
switch() {
  settle && rm -f current.new && ln -s "releases/$1" current.new && mv -T current.new current && settle
}

# Takes the name of release $1 away first: half a release is nowhere to be seen.
remove() {
  [ -d "releases/$1" ] || return 0
  mv -T "releases/$1" "releases/.unfinished-$1" && rm -rf "releases/.unfinished-$1"
}

# Waits until the disk has everything.
settle() { sync -f . 2>/dev/null || sync; }

# ---

IFS= read -r folder && IFS= read -r mode || exit 1
# On a line of its own, behind whatever greets those who come in.
printf '\nbanxin\n'
for program in rsync sha256sum; do
  command -v "$program" >/dev/null || give_up "$program: not installed"
done
if [ "$mode" = hold ]; then
  mkdir -p -- "$folder" || give_up "$folder: cannot be made"
fi
if [ -d "$folder" ]; then
  cd -- "$folder" || give_up "$folder: cannot be entered"
elif [ -e "$folder" ]; then
  give_up "$folder: not a folder"
else
  # Nothing was published there yet, and who only looks makes nothing.
  cd / && folder=
fi
held=0
[ "$mode" = hold ] && hold
printf 'ready %d %s\n' "$held" "${folder:+$(pwd -P)}"

while IFS=' ' read -r verb a b c; do
  case $verb in
    read) read_file "$a" && continue ;;
    look) [ -z "$folder" ] && say ok '' && continue ;;
    count) ;;
    check) [ "$held" -eq 0 ] && verb=check_only ;;
    start | link_all | put | name | switch | remove | forget) [ "$held" -eq 0 ] && say no 'not held' && continue ;;
    *) exit 1 ;;
  esac
  [ "$verb" = forget ] && { rm -f "statements/$a.manifest.json"; say ok ''; continue; }
  if text=$("$verb" "$a" "$b" "$c" 2>&1); then say ok "$text"; else say no "$text"; fi
done
[ "$held" -gt 0 ] && let_go
exit 0
