using FsCheck;
using FsCheck.Fluent;

namespace Diversion.Domain.Tests.Properties;

/// <summary>Random journeys; a failing one is reduced to the steps that it needs.</summary>
public static class Journeys
{
    private const int Day = 24 * 60;

    public static Arbitrary<Journey> Journey()
    {
        var minutes = Gen.Frequency(
            (4, Gen.Constant(0)),
            (4, Gen.Choose(1, 600)),
            (6, Gen.Choose(Day / 2, 3 * Day)),
            (3, Gen.Choose(3 * Day, 16 * Day)),
            (1, Gen.Choose(30 * Day, 140 * Day)));
        var step =
            from what in Gen.Choose(0, 99)
            from which in Gen.Choose(0, 9)
            from how in Gen.Choose(0, 999)
            from after in minutes
            select new Step(what, which, how, after);
        var journey =
            from start in Gen.Choose(0, 9999)
            from length in Gen.Choose(5, 70)
            from steps in step.ArrayOf(length)
            select new Journey(start, [.. steps]);
        return Arb.From(journey, Shrink);
    }

    private static IEnumerable<Journey> Shrink(Journey journey)
    {
        for (var cut = journey.Steps.Length / 2; cut >= 1; cut /= 2)
        {
            for (var from = 0; from + cut <= journey.Steps.Length; from += cut)
            {
                yield return journey with { Steps = journey.Steps.RemoveRange(from, cut) };
            }
        }
    }
}
