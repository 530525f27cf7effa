using System.Text;
using Marque.Text.Reading;

namespace Marque.Facts;

/// <summary>The parts of a git commit or tag: headers, message, signature, and the bytes that the signature covers.</summary>
internal sealed class GitObject
{
    private static readonly string[] SignatureStarts = ["-----BEGIN SSH SIGNATURE-----", "-----BEGIN PGP SIGNATURE-----", "-----BEGIN PGP MESSAGE-----", "-----BEGIN SIGNED MESSAGE-----"];

    private readonly List<(string Name, string Value)> headers = [];

    private GitObject(byte[] payload, byte[] message, string signature) => (Payload, Message, Signature) = (payload, message, signature);

    /// <summary>What a signature covers.</summary>
    public byte[] Payload { get; }

    /// <summary>The message, without a tag's signature.</summary>
    public byte[] Message { get; }

    /// <summary>The armored signature; empty when unsigned.</summary>
    public string Signature { get; }

    /// <summary>The value of the first header of that name, or null.</summary>
    public string? Header(string name) => headers.FirstOrDefault(h => h.Name == name).Value;

    /// <summary>How many headers have that name.</summary>
    public int Count(string name) => headers.Count(h => h.Name == name);

    /// <summary>Reads an object.</summary>
    /// <exception cref="Refusal">It is none.</exception>
    public static GitObject Read(ReadOnlySpan<byte> bytes, bool tag)
    {
        var word = tag ? "git-tag" : "git-commit";
        var fields = new List<(string Name, string Value)>();
        var payload = new List<byte>(bytes.Length);
        var signature = new StringBuilder();
        var (at, line, signing, other) = (0, 0, false, false);
        while (at < bytes.Length && bytes[at] != '\n')
        {
            line++;
            var step = bytes[at..].IndexOf((byte)'\n');
            if (step < 0) throw new Refusal($"{word}.shape", "the headers do not end", line);
            var raw = bytes.Slice(at, step + 1);
            at += step + 1;
            var text = Encoding.UTF8.GetString(raw[..^1]);
            if (text[0] == ' ')
            {
                if (signing) signature.Append(text, 1, text.Length - 1).Append('\n');
                else if (!other) payload.AddRange(raw);
                continue;
            }

            var space = text.IndexOf(' ', StringComparison.Ordinal);
            if (space <= 0) throw new Refusal($"{word}.shape", "a header has no value", line);
            fields.Add((text[..space], text[(space + 1)..]));
            // A commit is signed in the header of its object format; headers of other formats are not covered (git, parse_buffer_signed_by_header).
            signing = !tag && text[..space] == (fields[0].Value.Length == 64 ? "gpgsig-sha256" : "gpgsig");
            other = !signing && text.StartsWith("gpgsig", StringComparison.Ordinal);
            if (signing && signature.Length > 0) throw new Refusal($"{word}.shape", "it carries two signatures", line);
            if (signing) signature.Append(text, space + 1, text.Length - space - 1).Append('\n');
            else if (!other) payload.AddRange(raw);
        }

        var message = at < bytes.Length ? bytes[(at + 1)..] : default;
        payload.AddRange(at < bytes.Length ? bytes[at..] : default);
        if (tag && SignatureAt(message) is >= 0 and var cut)
        {
            signature.Append(Encoding.Latin1.GetString(message[cut..]));
            payload.RemoveRange(payload.Count - (message.Length - cut), message.Length - cut);
            message = message[..cut];
        }

        var git = new GitObject([.. payload], message.ToArray(), signature.ToString());
        git.headers.AddRange(fields);
        Check(git, tag, word);
        return git;
    }

    private static void Check(GitObject git, bool tag, string word)
    {
        string[] needed = tag ? ["object", "type", "tag"] : ["tree", "author", "committer"];
        if (git.headers.Count == 0 || git.headers[0].Name != needed[0] || !IsObjectId(git.headers[0].Value)) throw new Refusal($"{word}.shape", $"a git {(tag ? "tag" : "commit")} starts with '{needed[0]}' and an object id", 1);
        foreach (var name in needed)
        {
            if (git.Count(name) != 1) throw new Refusal($"{word}.shape", $"the header '{name}' is missing or stands twice", 1);
        }

        if (!tag && git.headers.Any(h => h.Name == "parent" && !IsObjectId(h.Value))) throw new Refusal($"{word}.shape", "a parent is no object id", 1);
    }

    private static bool IsObjectId(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigitLower);

    // The signature of a tag is the last armor that starts a line (git, parse_signature).
    private static int SignatureAt(ReadOnlySpan<byte> message)
    {
        var last = -1;
        foreach (var start in SignatureStarts)
        {
            var armor = Encoding.ASCII.GetBytes(start);
            for (var at = 0; at < message.Length;)
            {
                if (message[at..].StartsWith(armor)) last = Math.Max(last, at);
                var step = message[at..].IndexOf((byte)'\n');
                if (step < 0) break;
                at += step + 1;
            }
        }

        return last;
    }
}
