using Marque.Facts;
using Marque.Text;

namespace Marque.Outside;

/// <summary>An artefact that a person wants to register: looked at once, as it will be looked at from then on.</summary>
/// <param name="Named">The path as named.</param>
/// <param name="InCase">Its path inside the case, with <c>/</c>; null: it lies outside.</param>
/// <param name="Bytes">Its bytes, when it lies outside of the case and must be brought in.</param>
/// <param name="Sha256">The digest of its bytes.</param>
/// <param name="Check">What its content says.</param>
/// <param name="Stated">When it says it was made.</param>
public sealed record NewArtefact(string Named, string? InCase, ReadOnlyMemory<byte> Bytes, Digest Sha256, Check Check, StatedTime? Stated)
{
    /// <summary>The largest artefact that is brought into a case, in bytes.</summary>
    public const int MaxBytes = 256 * 1024 * 1024;

    /// <summary>Looks at a file.</summary>
    /// <param name="caseFolder">The folder of the case, links followed.</param>
    /// <param name="from">The working directory.</param>
    /// <param name="named">The path as named.</param>
    /// <param name="kind">The kind its series has; null: detected.</param>
    /// <param name="expect">What its series expects.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static NewArtefact? Read(string caseFolder, string from, string named, FactKind? kind, Expectation expect, List<Problem> problems)
    {
        var place = new Place(named);
        if (RealPath.Of(Path.GetFullPath(named, from)) is not { } full)
        {
            problems.Add(new Problem(place, "file.link", "the way to the file goes in a circle, or may not be read", "name the file itself"));
            return null;
        }

        if (Files.WhyNot(FileKinds.Of(full)) is { } wrong)
        {
            problems.Add(new Problem(place, wrong.Code, wrong.Message, wrong.Remedy));
            return null;
        }

        try
        {
            if (!RealPath.IsWithin(full, caseFolder)) return Files.Read(full, named, MaxBytes, problems) is { } bytes ? Of(named, bytes, kind, expect) : null;
            var path = Path.GetRelativePath(caseFolder, full).Replace(Path.DirectorySeparatorChar, '/');
            if (path.Split('/').Any(p => p.StartsWith('.')))
            {
                problems.Add(new Problem(place, "evidence.path", "a hidden file is no artefact of the case", "put it into artefacts/"));
                return null;
            }

            var (sha256, check) = Pass(full, stream => ContentCheck.Run(stream, kind, expect, Path.GetFileName(full)));
            var (again, stated) = Pass(full, stream => StatedTime.Read(stream, check.Kind));
            if (sha256 == again) return new NewArtefact(named, path, default, sha256, check, stated);
            problems.Add(new Problem(place, "file.changed", "the file changed while it was read", "run again when nothing writes it"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problems.Add(new Problem(place, "file.unreadable", $"the file cannot be read: {Files.Because(e)}", "give read permission"));
        }

        return null;
    }

    /// <summary>Looks at bytes that are no file yet.</summary>
    /// <param name="named">What they are called.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="kind">The kind its series has; null: detected.</param>
    /// <param name="expect">What its series expects.</param>
    public static NewArtefact Of(string named, byte[] bytes, FactKind? kind, Expectation expect)
    {
        var check = ContentCheck.Run(new MemoryStream(bytes, writable: false), kind, expect, Path.GetFileName(named));
        return new NewArtefact(named, null, bytes, Digest.Of(bytes), check, StatedTime.Read(new MemoryStream(bytes, writable: false), check.Kind));
    }

    private static (Digest Sha256, T Found) Pass<T>(string full, Func<Stream, T> read)
    {
        using var file = Files.Open(full);
        using var stream = new HashingStream(file, static _ => { }, CancellationToken.None);
        var found = read(stream);
        return (stream.Finish(), found);
    }
}
