# Pairs of versions, parted by a tab, one a line: -1, 0 or 1 by Gem::Version, x where one is no version.
$stdin.each_line do |line|
  a, b = line.chomp.split("\t")
  puts(Gem::Version.correct?(a) && Gem::Version.correct?(b) ? Gem::Version.new(a) <=> Gem::Version.new(b) : "x")
end
