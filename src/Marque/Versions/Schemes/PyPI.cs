namespace Marque.Versions.Schemes;

/// <summary>Python: PEP 440 (now "Version specifiers" of the packaging specifications); what is none, as setuptools ordered it before, below every version that is.</summary>
internal static class PyPI
{
    internal static bool IsVersion(ReadOnlySpan<char> text) => Characters.HasAlphanumeric(text) && !Characters.HasBlank(text.Trim());

    internal static int Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        bool isA = Pep440.TryParse(a, out var x), isB = Pep440.TryParse(b, out var y);
        if (isA != isB) return isA ? 1 : -1;
        return isA ? Pep440.Compare(x, y) : PyPILegacy.Compare(a, b);
    }
}
