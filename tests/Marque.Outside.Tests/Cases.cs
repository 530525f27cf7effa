using System.Security.Cryptography;
using System.Text;

namespace Marque.Outside.Tests;

/// <summary>Small cases as text.</summary>
internal static class Cases
{
    public const string Product = """
        product: { id: demo, name: Demo }
        parts:
          - { id: app, type: software-application, targetLevel: 1 }
        """;

    public const string Process = """
        process: { id: sdl, name: Development }
        """;

    /// <summary>A series of one registered fact at a path.</summary>
    public static string Series(string id, string path, string sha256, string kind = "text") => $"""
        series: {id}
        kind: {kind}
        path: {path}
        facts:
          - sha256: {sha256}
            observedAt: "2026-11-01T00:00:00Z"
        """;

    public static string Using(string path, string id = "sdl") => $"""
        {Product}
        uses:
          - id: {id}
            path: {path}
            digest: v1:{new string('0', 64)}
        """;

    public static string Sha256(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
