using Marque.Cli.Terminal;
using Marque.Components;

namespace Marque.Cli.Printing;

/// <summary>The dependency tree of a bill of materials. A component is opened once; where it stands again, and where a circle closes, is said.</summary>
internal static class SbomTree
{
    private const int MostLines = 2000;

    /// <summary>Prints it down to a depth.</summary>
    public static void Print(Screen screen, Sbom sbom, int depth)
    {
        screen.Line();
        if (sbom.Graph.EdgeCount == 0)
        {
            screen.Line("the file states no dependencies");
            return;
        }

        var opened = new HashSet<int>();
        var lines = 0;
        var left = 0;
        List<int> roots = sbom.Graph.HasSubject ? [.. sbom.Subjects.Select(s => s.Index)] : [.. Enumerable.Range(0, sbom.Components.Count).Where(i => sbom.Graph.DepthOf(i) == 0)];
        foreach (var root in roots) Walk(root);
        if (left > 0) screen.Line(new Bit($"and {left} more lines (--component NAME shows one, --format json all)", Tone.Dim));
        if (sbom.Graph.Unreachable.Count > 0) screen.Line(new Bit($"{sbom.Graph.Unreachable.Count} components reached by no way are not in the tree", Tone.Dim));

        // A way may be as long as there are components: kept by hand, not on the call stack.
        void Walk(int root)
        {
            var way = new HashSet<int>();
            var stack = new Stack<Open>();
            Enter(root, "", "");
            while (stack.TryPeek(out var open))
            {
                if (open.Next == open.Children.Count)
                {
                    way.Remove(open.Component);
                    stack.Pop();
                    continue;
                }

                var child = open.Children[open.Next++];
                var isLast = open.Next == open.Children.Count;
                Enter(child, open.Indent + Guide(isLast), open.Indent + (isLast ? "   " : Guide(null)));
            }

            void Enter(int component, string before, string below)
            {
                var isCircle = way.Contains(component);
                var children = sbom.Graph.DependenciesOf(component);
                var isAgain = !isCircle && children.Count > 0 && opened.Contains(component);
                var isCut = !isCircle && !isAgain && children.Count > 0 && stack.Count >= depth;
                Say(before, component, isCircle ? "a circle" : isAgain ? "see above" : isCut ? $"{children.Count} below" : "");
                if (isCircle || isAgain || isCut || children.Count == 0) return;
                opened.Add(component);
                way.Add(component);
                stack.Push(new Open(component, children, below));
            }
        }

        void Say(string before, int component, string remark)
        {
            if (lines++ >= MostLines)
            {
                left++;
                return;
            }

            screen.Line(new Bit(before, Tone.Dim), SbomHead.Named(sbom.Components[component]), new Bit(remark.Length > 0 ? $"  ({remark})" : "", Tone.Dim));
        }

        string Guide(bool? isLast) => (screen.Unicode, isLast) switch
        {
            (true, true) => "└─ ",
            (true, false) => "├─ ",
            (true, null) => "│  ",
            (false, true) => "`- ",
            (false, false) => "|- ",
            (false, null) => "|  ",
        };
    }

    private sealed class Open(int component, IReadOnlyList<int> children, string indent)
    {
        public int Component { get; } = component;

        public IReadOnlyList<int> Children { get; } = children;

        public string Indent { get; } = indent;

        public int Next { get; set; }
    }
}
