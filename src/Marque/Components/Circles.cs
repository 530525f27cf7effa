namespace Marque.Components;

/// <summary>Strongly connected components of a graph (Tarjan 1972), without recursion: a chain of three hundred thousand is no stack overflow.</summary>
internal static class Circles
{
    /// <summary>Every group of two or more nodes that reach each other, by its first component; services are left out of the groups.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> In(Edges edges, int components)
    {
        var found = new List<IReadOnlyList<int>>();
        var nodes = edges.Nodes;
        var (order, low, next) = (new int[nodes], new int[nodes], new int[nodes]);
        var (open, path) = (new Stack<int>(), new Stack<int>());
        var isOpen = new bool[nodes];
        var count = 0;
        for (var root = 0; root < nodes; root++)
        {
            if (order[root] != 0) continue;
            Visit(root);
            while (path.TryPeek(out var node))
            {
                var to = edges.From(node);
                if (next[node] < to.Length)
                {
                    var target = to[next[node]++];
                    if (order[target] == 0) Visit(target);
                    else if (isOpen[target]) low[node] = Math.Min(low[node], order[target]);
                    continue;
                }

                path.Pop();
                if (path.TryPeek(out var before)) low[before] = Math.Min(low[before], low[node]);
                if (low[node] == order[node]) Close(node);
            }
        }

        found.Sort((a, b) => a[0].CompareTo(b[0]));
        return found;

        void Visit(int node)
        {
            order[node] = low[node] = ++count;
            open.Push(node);
            path.Push(node);
            isOpen[node] = true;
        }

        void Close(int first)
        {
            if (open.Peek() == first)
            {
                isOpen[open.Pop()] = false;
                return;
            }

            var group = new List<int>();
            int node;
            do
            {
                node = open.Pop();
                isOpen[node] = false;
                if (node < components) group.Add(node);
            }
            while (node != first);
            group.Sort();
            if (group.Count > 1) found.Add(group);
        }
    }
}
