namespace Marque.Tests.Assessments.Kit;

/// <summary>How many random cases a law is tried on: ten times as many with <c>MARQUE_TEST_FULL=1</c>.</summary>
internal static class Iterations
{
    private static readonly bool Full = Environment.GetEnvironmentVariable("MARQUE_TEST_FULL") == "1";

    public static int Of(int plain) => Full ? plain * 10 : plain;
}
