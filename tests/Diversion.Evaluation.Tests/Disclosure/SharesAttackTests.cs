using Diversion.Evaluation.Compliance;
using Diversion.Evaluation.Disclosure;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Tests.Disclosure;

/// <summary>
/// Attacks what is published of victims as a reader can who knows that each measure counts some of the victims whom another
/// counts: whoever took part in restorative justice was offered it, whoever answered about it took part.
/// </summary>
public sealed class SharesAttackTests
{
    private static readonly string[] Measures = ["Told in time", "Restorative justice offered", "Restorative justice taken up", "Satisfied with restorative justice"];

    [Fact]
    public void No_reader_can_prove_that_a_count_of_victims_is_small()
    {
        var shown = 0;
        foreach (var seed in Enumerable.Range(1, 2_000))
        {
            var chance = new Random(seed);
            var (told, offered, taken, satisfied) = Published([.. Enumerable.Range(0, chance.Next(5, 120)).Select(_ => Victim(chance, seed))]);
            shown += (offered.Yes.Value is null ? 0 : 1) + (taken.Yes.Value is null ? 0 : 1) + (satisfied.Yes.Value is null ? 0 : 1);

            // Who has no answer: the victims whom the wider measure counts, without those whom the narrower one does.
            NotProven(Sum(offered), Sum(told), seed);
            NotProven(Bounds(offered.Yes), Sum(taken), seed);
            NotProven(Bounds(taken.Yes), Sum(satisfied), seed);
            Assert.All((PublishedShare[])[told, offered, taken, satisfied], share =>
            {
                Assert.Equal(share.Yes.IsSuppressed, share.No.IsSuppressed);
                Assert.True(share.Yes.IsSuppressed || (share.Yes.Value is not (>= 1 and <= 4) && share.No.Value is not (>= 1 and <= 4)));
            });
        }

        Assert.InRange(shown, 1_000, 5_900);
    }

    /// <summary>Rounding alone, without hiding, is broken by the same attack, so it can fail.</summary>
    [Fact]
    public void The_attack_breaks_exact_numbers() => Assert.Throws<Xunit.Sdk.TrueException>(() => NotProven((30, 30), (27, 27), 0));

    private static void NotProven((int Lower, int Upper) wider, (int Lower, int Upper) narrower, int seed)
    {
        var (least, most) = (Math.Max(0, wider.Lower - narrower.Upper), wider.Upper - narrower.Lower);
        Assert.True(least == 0 || most > PublishedCount.LargestSmall, $"seed {seed}: from {least} to {most} have no answer");
    }

    private static (int Lower, int Upper) Sum(PublishedShare share)
    {
        var (yes, no) = (Bounds(share.Yes), Bounds(share.No));
        return (yes.Lower + no.Lower, yes.Upper + no.Upper);
    }

    /// <summary>What a reader concludes from a printed count; those of a hidden measure may be 0.</summary>
    private static (int Lower, int Upper) Bounds(PublishedCount count) => count.Value switch { null => (0, 1_000), 0 => (0, 0), var value => (Math.Max(5, value.Value - 2), value.Value + 2) };

    private static (PublishedShare Told, PublishedShare Offered, PublishedShare Taken, PublishedShare Satisfied) Published(VictimFacts[] victims)
    {
        var shares = VictimMeasures.Of([new("p") { Victims = [.. victims] }]).Shares.Select(PublishedShare.Of).ToDictionary(share => share.Name, StringComparer.Ordinal);
        return (shares[Measures[0]], shares[Measures[1]], shares[Measures[2]], shares[Measures[3]]);
    }

    private static VictimFacts Victim(Random chance, int seed)
    {
        var offered = chance.Next(5) > seed % 4;
        var taken = offered && chance.Next(4) > 0;
        return new(chance.Next(10) == 0 ? null : chance.Next(4) > 0, [], offered, taken, taken && chance.Next(8) > 0 ? chance.Next(2, 6) : null);
    }
}
