using Marque.Rendering.Office;

namespace Marque.Rendering.Docx;

/// <summary>The lists of a text document: all with bullets are one, each with numbers counts for itself.</summary>
internal sealed class Lists
{
    /// <summary>The number of the lists with bullets, and of the pattern of those with numbers.</summary>
    public const int Bullets = 1, Numbers = 2;

    /// <summary>The deepest level that the format knows, from 0.</summary>
    public const int Deepest = 8;

    private const int Indent = 397;
    private static readonly string[] Signs = ["•", "–", "▪"];
    private static readonly string[] Formats = ["decimal", "lowerLetter", "lowerRoman"];
    private readonly List<int> levels = [];

    /// <summary>How far the words of a level stand from the edge, twentieths of a point.</summary>
    public static int IndentOf(int level) => Indent * (level + 1);

    /// <summary>The number of a new list that counts from one.</summary>
    public int Begin(int level)
    {
        levels.Add(level);
        return Numbers + levels.Count;
    }

    public void Write(Elements w)
    {
        w.Open("numbering");
        foreach (var kind in (int[])[Bullets, Numbers])
        {
            w.Open("abstractNum", ("abstractNumId", Elements.Of(kind))).Value("multiLevelType", "hybridMultilevel");
            for (var level = 0; level <= Deepest; level++)
            {
                w.Open("lvl", ("ilvl", Elements.Of(level))).Value("start", "1").Value("numFmt", kind == Bullets ? "bullet" : Formats[level % 3]).Value("lvlText", kind == Bullets ? Signs[level % 3] : $"%{Elements.Of(level + 1)}.").Value("lvlJc", "left")
                    .Open("pPr").Empty("ind", ("left", Elements.Of(IndentOf(level))), ("hanging", Elements.Of(Indent))).Close().Close();
            }

            w.Close();
        }

        Number(w, Bullets, Bullets, null);
        Number(w, Numbers, Numbers, null);
        for (var i = 0; i < levels.Count; i++) Number(w, Numbers + 1 + i, Numbers, levels[i]);
        w.Close();
    }

    private static void Number(Elements w, int number, int pattern, int? restarted)
    {
        w.Open("num", ("numId", Elements.Of(number))).Value("abstractNumId", Elements.Of(pattern));
        if (restarted is { } level) w.Open("lvlOverride", ("ilvl", Elements.Of(level))).Value("startOverride", "1").Close();
        w.Close();
    }
}
