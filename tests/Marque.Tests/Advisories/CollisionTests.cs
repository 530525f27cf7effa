using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Marque.Advisories;
using Marque.Advisories.Segments;
using Marque.Components;
using Marque.Components.Purls;

namespace Marque.Tests.Advisories;

/// <summary>Names made to fall together in every table that is kept: answers stay right, and the work grows as the number of names does, not as its square.</summary>
public sealed class CollisionTests
{
    // From the first to the last size sixteen times as much: a square would be 256 times the work.
    private const int Smallest = 250, Largest = 16 * Smallest;
    private const double Most = 110;

    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:+";

    [Fact]
    public void Packages_whose_keys_collide_are_told_apart_and_cost_no_square()
    {
        var names = Colliding(Checksum.Hash("crates.io"u8, 1), "");
        Assert.Single(names.Select(n => Layout.KeyHash("crates.io"u8, Encoding.UTF8.GetBytes(n))).Distinct());
        Grows(size =>
        {
            var index = Records.Index(names.Take(size).Select((n, i) => Records.Osv($"X-{i}", "crates.io", n, "i0")));
            for (var i = 0; i < size; i++) Assert.Equal($"X-{i}", Found(index, "cargo", names[i]));
        });
    }

    [Fact]
    public void Ids_and_aliases_that_collide_are_told_apart_and_cost_no_square()
    {
        var ids = Colliding(2, "X-");
        Assert.Single(ids.Select(n => Layout.IdHash(Encoding.UTF8.GetBytes(n))).Distinct());
        Grows(size =>
        {
            var records = ids.Take(size).Select((id, i) => Records.Osv(id, "npm", $"p{i % 10}", "i0 f1.0.0", more: $",\"aliases\":[\"{ids[Largest - 1 - i]}\"]")).ToList();
            var index = Records.Open(Records.Segment(records[..(size / 2)]), Records.Segment(records[(size / 2)..]));
            // The same once more: each is found as it is known.
            var builder = new AdvisoryIndexBuilder("osv", index);
            Assert.All(records, r => Assert.Equal(Addition.Unchanged, builder.Add(Encoding.UTF8.GetBytes(r)).Kind));
            for (var i = 0; i < size; i++) Assert.Contains(index.ById(ids[i]), at => index.Advisory(at)!.Id == ids[i]);
        });
    }

    [Fact]
    public void Records_that_all_name_one_id_cost_no_square() => Grows(size =>
    {
        var index = Records.Index(Enumerable.Range(0, size).Select(i => Records.Osv($"X-{i}", "npm", $"p{i}", "i0", more: ",\"aliases\":[\"CVE-1\",\"CVE-1\"]")));
        Assert.Equal(size, index.ById("CVE-1").Count);
        // Every one of them is a finding of its own package, by at most so many ids.
        Assert.InRange(Assert.Single(index.Match("pkg:npm/p7@1.0.0").Findings).Aliases.Count, Math.Min(size, 990), 1001);
    }, 1000);

    [Fact]
    public void Binary_packages_whose_keys_collide_are_told_apart_and_cost_no_square()
    {
        var names = Colliding(Checksum.Hash([.. "openEuler"u8, 0], 1), "");
        Grows(size =>
        {
            var list = string.Join(',', names.Take(size).Select(n => $"\"{n}\":\"2\""));
            var index = Records.Index(Records.Osv("X-1", "openEuler:22.03-LTS", "source", "i0 f2", affected: $",\"ecosystem_specific\":{{\"binaries\":[{{{list}}}]}}"));
            for (var i = 0; i < size; i++) Assert.Equal("X-1", Found(index, "rpm", names[i], "openeuler"));
        });
    }

    [Fact]
    public void Package_URLs_that_differ_in_their_qualifiers_alone_cost_no_square() => Grows(size =>
    {
        Purl[] purls = [.. Enumerable.Range(0, size).Select(i => Purl.Read($"pkg:npm/a@1.0.0?package-id={i}").Purl!)];
        Assert.Equal(size, Match.Run(Records.Index(Records.Osv("X-1", "npm", "a", "i0")), purls, 1).Count(m => m.Findings.Count == 1));
    }, 2000);

    [Fact]
    public void Texts_of_bills_of_materials_cost_no_square()
    {
        // Those that collide in the index say nothing here.
        var texts = Colliding(2, "");
        Grows(size =>
        {
            var table = new TextTable(new Texts());
            for (var i = 0; i < size; i++) Assert.Equal(i, table.Add(Encoding.UTF8.GetBytes(texts[i])));
            for (var i = 0; i < size; i++) Assert.Equal(i, table.Find(Encoding.UTF8.GetBytes(texts[i])));
        });
    }

    private static string Found(AdvisoryIndex index, string type, string name, string space = "") =>
        string.Join(' ', Match.Component(index, Purl.Build(type, space, name, "1").Purl!).Findings.Select(f => f.Vulnerability));

    // The best of many: what else runs here makes none of them faster, and a square stays one however often it is tried.
    private static void Grows(Action<int> work, int smallest = Smallest)
    {
        work(smallest);
        var (small, large) = (double.MaxValue, double.MaxValue);
        for (var times = 0; times < 20; times++)
        {
            for (var again = 0; again < 5; again++) small = Math.Min(small, Ticks(smallest));
            large = Math.Min(large, Ticks(16 * smallest));
            if (large / small < Most) return;
        }

        Assert.Fail(FormattableString.Invariant($"sixteen times as many cost {large / small:0} times as much"));

        double Ticks(int size)
        {
            var start = Stopwatch.GetTimestamp();
            work(size);
            return Stopwatch.GetTimestamp() - start;
        }
    }

    // Texts of 16 bytes with the same hash: the second word undoes what the first did, wherever that makes letters of it.
    private static List<string> Colliding(ulong seed, string prefix)
    {
        var isLetter = new bool[256];
        foreach (var letter in Letters) isLetter[letter] = true;
        var found = new List<string>(Largest);
        var text = new byte[16];
        Encoding.ASCII.GetBytes(prefix, text);
        var start = seed ^ unchecked(16 * 0x9E3779B97F4A7C15);
        for (var number = 1L; found.Count < Largest; number++)
        {
            var left = number;
            for (var at = prefix.Length; at < 8; at++, left /= Letters.Length) text[at] = (byte)Letters[(int)(left % Letters.Length)];
            var second = Mixed(start ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) ^ 0x0123456789ABCDEF;
            var rest = second;
            var at2 = 8;
            for (; at2 < 16 && isLetter[(byte)rest]; at2++, rest >>= 8) text[at2] = (byte)rest;
            if (at2 == 16) found.Add(Encoding.ASCII.GetString(text));
        }

        return found;
    }

    private static ulong Mixed(ulong value)
    {
        var high = Math.BigMul(value ^ 0xA0761D6478BD642F, 0xE7037ED1A0B428DB, out var low);
        return high ^ low;
    }
}
