namespace Marque.Rendering.Pdf.Pages;

/// <summary>Puts strips onto pages, one after the other.</summary>
/// <param name="canvas">What pages are drawn with.</param>
internal sealed class Flow(Canvas canvas)
{
    // So much of a page may stay empty rather than that a tall row begins at its foot.
    private const double LeastPart = 80;

    private readonly List<Strip> waiting = [];
    private readonly List<Page> pages = [];
    private double y;
    private bool isFresh;

    public IReadOnlyList<Page> Pages => pages;

    private double Room => canvas.Sheet.Height - Sheet.Bottom - y;

    /// <summary>Adds a strip; it is drawn when it is known what must stand on the same page.</summary>
    public void Put(Strip strip)
    {
        waiting.Add(strip);
        if (!strip.KeepsWithNext) Release();
    }

    /// <summary>Begins a page, unless one has just begun.</summary>
    public void Break()
    {
        Release();
        if (pages.Count > 0 && !isFresh) Begin();
    }

    /// <summary>Draws what waits.</summary>
    public void Finish()
    {
        Release();
        if (pages.Count == 0) Begin();
        pages[^1].PutBody();
    }

    private void Release()
    {
        if (waiting.Count == 0) return;
        if (pages.Count == 0) Begin();
        var needed = waiting.Sum(s => s.Before + s.Height);
        var whole = canvas.Sheet.TextHeight - (waiting[0].Repeated?.Height ?? 0);
        if (!isFresh && needed > Room && needed - waiting[0].Before <= whole) Begin();
        foreach (var strip in waiting) Place(strip);
        waiting.Clear();
    }

    private void Place(Strip strip)
    {
        while (true)
        {
            var isFirst = isFresh;
            if (isFirst && strip.Repeated is { } head)
            {
                head.DrawAgain(pages[^1], y);
                y += head.Height;
            }

            var before = isFirst ? 0 : strip.Before;
            if (before + strip.Height <= Room)
            {
                Draw(strip, before);
                return;
            }

            var whole = canvas.Sheet.TextHeight - (strip.Repeated?.Height ?? 0);
            if (strip.Height > whole && (isFirst || Room - before >= LeastPart) && strip.Split(Room - before) is ({ } first, { } rest))
            {
                Draw(first, before);
                strip = rest;
            }
            else if (isFirst)
            {
                // Taller than the paper: what no layout can help.
                Draw(strip, before);
                return;
            }

            Begin();
        }
    }

    private void Draw(Strip strip, double before)
    {
        var top = y + before;
        strip.Frame?.Draw(pages[^1], y, top, top + strip.Height);
        strip.Draw(pages[^1], top);
        y = top + strip.Height;
        isFresh = false;
    }

    private void Begin()
    {
        if (pages.Count > 0) pages[^1].PutBody();
        pages.Add(new Page(canvas, pages.Count));
        y = Sheet.Top;
        isFresh = true;
    }
}
