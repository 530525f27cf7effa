using Marque.Advisories.Feeds;

namespace Marque.Advisories.Feeds;

/// <summary>What a feed holds.</summary>
public enum FeedKind
{
    /// <summary>Records of the Open Source Vulnerability format.</summary>
    Osv,

    /// <summary>The catalogue of known exploited vulnerabilities of CISA.</summary>
    Kev,

    /// <summary>Scores of the Exploit Prediction Scoring System of FIRST.</summary>
    Epss,

    /// <summary>Records of the European vulnerability database of ENISA.</summary>
    Euvd,

    /// <summary>Advisories of suppliers in the Common Security Advisory Framework.</summary>
    Csaf,

    /// <summary>Statements of suppliers as OpenVEX.</summary>
    OpenVex,
}

/// <summary>The words of kinds, in outputs, in the store and in options.</summary>
public static class FeedKinds
{
    /// <summary><c>osv</c>, <c>kev</c>, <c>epss</c>, <c>euvd</c>, <c>csaf</c>, <c>openvex</c>: as outputs have them, and the name of a feed that is given none.</summary>
    public static string Word(this FeedKind kind) => kind switch
    {
        FeedKind.Osv => "osv",
        FeedKind.Kev => "kev",
        FeedKind.Epss => "epss",
        FeedKind.Euvd => "euvd",
        FeedKind.Csaf => "csaf",
        _ => "openvex",
    };

    /// <summary>The kind of a <see cref="Word"/>; null: it is none.</summary>
    public static FeedKind? Parse(string word)
    {
        foreach (var kind in Enum.GetValues<FeedKind>())
        {
            if (kind.Word() == word) return kind;
        }

        return null;
    }

    /// <summary>The name for people.</summary>
    public static string Name(this FeedKind kind) => kind switch
    {
        FeedKind.Osv => "OSV",
        FeedKind.Kev => "KEV",
        FeedKind.Epss => "EPSS",
        FeedKind.Euvd => "EUVD",
        FeedKind.Csaf => "CSAF",
        _ => "OpenVEX",
    };
}
