// A plain C++ peer of the placement: deferred acceptance with one binary heap a programme, one
// thread, the rule admit-all. It shares nothing with the engine but the tables.
//
//   placement_heap tables DIR [APPLICANTS PROGRAMMES WISHES SEED]   writes programmes.csv, wishes.csv
//   placement_heap chain DIR LENGTH             writes tables in which each offer displaces one person
//   placement_heap solve DIR                    reads them, writes peer.csv, prints seconds
//
// Handicaps of the peer: it knows the form of the tables (no quotes, no school, scores with two
// decimals), rejects nothing, and writes applicant and programme only.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <queue>
#include <string>
#include <unordered_map>
#include <vector>

static uint64_t state;

static uint64_t next_random() {
  uint64_t word = (state += 0x9E3779B97F4A7C15u);
  word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9u;
  word = (word ^ (word >> 27)) * 0x94D049BB133111EBu;
  return word ^ (word >> 31);
}

static FILE *open_file(const std::string &folder, const char *name, const char *mode) {
  FILE *file = fopen((folder + "/" + name).c_str(), mode);
  if (!file) {
    perror(name);
    exit(66);
  }
  return file;
}

static void write_tables(
    const std::string &folder, unsigned applicants, unsigned programmes, unsigned wishes) {
  FILE *file = open_file(folder, "programmes.csv", "w");
  fputs("programme,quota\n", file);
  for (unsigned p = 0; p < programmes; p++)
    fprintf(file, "P%04u,%u\n", p, 1 + unsigned(next_random() % (2 * 6 * applicants / 10 / programmes)));
  fclose(file);
  file = open_file(folder, "wishes.csv", "w");
  fputs("applicant,rank,programme,score\n", file);
  for (unsigned a = 0; a < applicants; a++) {
    unsigned ability = 1200 + next_random() % 900 + next_random() % 700;
    std::vector<unsigned> seen;
    while (seen.size() < wishes) {
      // Programmes of low number are wanted most.
      unsigned p = std::min(next_random() % programmes, next_random() % programmes);
      if (std::find(seen.begin(), seen.end(), p) != seen.end()) continue;
      seen.push_back(p);
      unsigned score = ability + next_random() % 200;
      fprintf(file, "A%07u,%zu,P%04u,%u.%02u\n", a, seen.size(), p, score / 100, score % 100);
    }
  }
  fclose(file);
}

static void write_chain(const std::string &folder, unsigned length) {
  FILE *file = open_file(folder, "programmes.csv", "w");
  fputs("programme,quota\n", file);
  for (unsigned p = 1; p <= length; p++) fprintf(file, "P%06u,1\n", p);
  fclose(file);
  file = open_file(folder, "wishes.csv", "w");
  fputs("applicant,rank,programme,score\nA000000,1,P000001,2.00\n", file);
  for (unsigned a = 1; a <= length; a++) {
    fprintf(file, "A%06u,1,P%06u,1.00\n", a, a);
    if (a < length) fprintf(file, "A%06u,2,P%06u,2.00\n", a, a + 1);
  }
  fclose(file);
}

struct Wish {
  uint32_t applicant, programme, score;
};

// The worst on top; of equals the order does not matter.
struct Better {
  bool operator()(const std::pair<uint32_t, uint32_t> &one,
                  const std::pair<uint32_t, uint32_t> &other) const {
    return one.first > other.first;
  }
};

struct Programme {
  unsigned quota = 0, worst_count = 0;
  std::priority_queue<std::pair<uint32_t, uint32_t>, std::vector<std::pair<uint32_t, uint32_t>>,
                      Better>
      held;
};

static double seconds(std::chrono::steady_clock::time_point since) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

static void solve(const std::string &folder) {
  auto begin = std::chrono::steady_clock::now();
  std::unordered_map<std::string, uint32_t> codes;
  std::vector<Programme> programmes;
  std::vector<std::string> names, people;
  char line[256], code[64];
  FILE *file = open_file(folder, "programmes.csv", "r");
  fgets(line, sizeof line, file);
  while (fgets(line, sizeof line, file)) {
    Programme programme;
    sscanf(line, "%63[^,],%u", code, &programme.quota);
    codes[code] = uint32_t(programmes.size());
    names.push_back(code);
    programmes.push_back(programme);
  }
  fclose(file);
  file = open_file(folder, "wishes.csv", "r");
  std::vector<Wish> wishes;
  std::vector<uint32_t> first;
  fgets(line, sizeof line, file);
  while (fgets(line, sizeof line, file)) {
    char *field = strchr(line, ',');
    *field++ = 0;
    field = strchr(field, ',') + 1;
    char *score = strchr(field, ',');
    *score++ = 0;
    if (people.empty() || people.back() != line) {
      people.push_back(line);
      first.push_back(uint32_t(wishes.size()));
    }
    char *end;
    uint32_t whole = uint32_t(strtoul(score, &end, 10));
    wishes.push_back({uint32_t(people.size() - 1), codes[field],
                      whole * 100 + uint32_t(strtoul(end + 1, nullptr, 10))});
  }
  fclose(file);
  first.push_back(uint32_t(wishes.size()));
  double reading = seconds(begin);

  auto solving = std::chrono::steady_clock::now();
  clock_t processor = clock();
  std::vector<uint32_t> place(first.begin(), first.end() - 1), free_people;
  for (uint32_t a = uint32_t(people.size()); a-- > 0;) free_people.push_back(a);
  while (!free_people.empty()) {
    uint32_t a = free_people.back();
    if (place[a] == first[a + 1]) {
      free_people.pop_back();
      continue;
    }
    Programme &programme = programmes[wishes[place[a]].programme];
    uint32_t score = wishes[place[a]].score;
    auto &held = programme.held;
    // Full, and the worst strictly better: refused.
    if (programme.quota == 0 || (held.size() >= programme.quota && held.top().first > score)) {
      place[a]++;
      continue;
    }
    free_people.pop_back();
    if (held.empty() || held.top().first > score) {
      programme.worst_count = 1;
    } else if (held.top().first == score) {
      programme.worst_count++;
    }
    held.push({score, a});
    // All of the worst class go once the better ones alone fill the seats.
    while (held.size() > programme.quota && held.size() - programme.worst_count >= programme.quota) {
      for (unsigned count = programme.worst_count; count > 0; count--) {
        place[held.top().second]++;
        free_people.push_back(held.top().second);
        held.pop();
      }
      std::vector<std::pair<uint32_t, uint32_t>> equal;
      uint32_t worst = held.top().first;
      while (!held.empty() && held.top().first == worst) {
        equal.push_back(held.top());
        held.pop();
      }
      programme.worst_count = unsigned(equal.size());
      for (auto &entry : equal) held.push(entry);
    }
  }
  double solved = seconds(solving);
  double used = double(clock() - processor) / CLOCKS_PER_SEC;

  file = open_file(folder, "peer.csv", "w");
  fputs("applicant,programme\n", file);
  for (uint32_t a = 0; a < people.size(); a++) {
    bool is_placed = place[a] < first[a + 1];
    fprintf(file, "%s,%s\n", people[a].c_str(),
            is_placed ? names[wishes[place[a]].programme].c_str() : "");
  }
  fclose(file);
  printf("read %.3f solve %.3f (cpu %.3f) total %.3f cpu %.3f\n", reading, solved, used,
         seconds(begin), double(clock()) / CLOCKS_PER_SEC);
}

int main(int count, char **arguments) {
  std::string mode = count > 2 ? arguments[1] : "";
  auto number = [&](int index, unsigned otherwise) {
    return count > index ? unsigned(strtoul(arguments[index], nullptr, 10)) : otherwise;
  };
  if (mode == "tables") {
    state = number(6, 2025);
    write_tables(arguments[2], number(3, 850000), number(4, 4000), number(5, 9));
  } else if (mode == "chain") {
    write_chain(arguments[2], number(3, 100000));
  } else if (mode == "solve") {
    solve(arguments[2]);
  } else {
    fprintf(stderr, "usage: placement_heap tables|chain|solve DIR …\n");
    return 64;
  }
  return 0;
}
