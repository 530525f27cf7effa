using Marque.Text;

namespace Marque.Ledger;

/// <summary>The Merkle tree hash of RFC 6962, section 2.1.</summary>
public static class MerkleTree
{
    /// <summary>The hash of a leaf: SHA-256 over 0x00 and the entry.</summary>
    public static Digest Leaf(ReadOnlySpan<byte> entry)
    {
        var bytes = new byte[entry.Length + 1];
        entry.CopyTo(bytes.AsSpan(1));
        return Digest.Of(bytes);
    }

    /// <summary>The hash of a node: SHA-256 over 0x01, left and right.</summary>
    public static Digest Node(Digest left, Digest right)
    {
        Span<byte> bytes = stackalloc byte[65];
        bytes[0] = 1;
        left.CopyTo(bytes[1..]);
        right.CopyTo(bytes[33..]);
        return Digest.Of(bytes);
    }

    /// <summary>The root over leaf hashes; over none, SHA-256 of nothing.</summary>
    public static Digest Root(IReadOnlyList<Digest> leaves)
    {
        if (leaves.Count == 0) return Digest.Of([]);
        // A stack of complete subtrees, merged as their sizes meet: the largest power of two stays left, as the RFC asks.
        var stack = new Stack<(Digest Hash, int Size)>();
        foreach (var leaf in leaves)
        {
            var top = (Hash: leaf, Size: 1);
            while (stack.TryPeek(out var left) && left.Size == top.Size) top = (Node(stack.Pop().Hash, top.Hash), left.Size * 2);
            stack.Push(top);
        }

        var root = stack.Pop().Hash;
        while (stack.TryPop(out var left)) root = Node(left.Hash, root);
        return root;
    }
}
