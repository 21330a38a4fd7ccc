using Diversion.Casework.Schemes;
using Diversion.Domain.Schemes;
using NodaTime;

namespace Diversion.Casework.Tests.Schemes;

public sealed class SchemeCatalogueTests
{
    private static readonly LocalDate Start = new(2024, 1, 1);
    private static readonly LocalDate Change = new(2026, 4, 1);
    private static readonly SchemeRules First = ShippedSchemes.Checkpoint;
    private static readonly SchemeRules Second = First with { Version = 2, EffectiveFrom = Change };
    private static readonly SchemeCatalogue Catalogue = new([Second, First, ShippedSchemes.TurningPoint]);

    [Fact]
    public void Nothing_is_in_force_before_the_first_version() =>
        Assert.Null(Catalogue.InForce("checkpoint", Start.PlusDays(-1)));

    [Fact]
    public void A_version_is_in_force_from_its_first_day_until_the_next()
    {
        Assert.Same(First, Catalogue.InForce("checkpoint", Start));
        Assert.Same(First, Catalogue.InForce("checkpoint", Change.PlusDays(-1)));
        Assert.Same(Second, Catalogue.InForce("checkpoint", Change));
    }

    [Fact]
    public void An_unknown_scheme_is_never_in_force() => Assert.Null(Catalogue.InForce("check-point", Change));

    [Fact]
    public void The_signed_version_stays_available() =>
        Assert.Same(First, Catalogue.Get(new SchemeRef("checkpoint", 1)));

    [Fact]
    public void A_version_taken_away_is_an_error_that_says_what_is_there()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Catalogue.Get(new SchemeRef("checkpoint", 3)));

        Assert.Contains("checkpoint/3", error.Message, StringComparison.Ordinal);
        Assert.Contains("checkpoint/1, checkpoint/2, turning-point/1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_listed_once_in_order() => Assert.Equal<string>(["checkpoint", "turning-point"], Catalogue.Names);

    [Fact]
    public void The_same_version_twice_is_refused() => Assert.Throws<ArgumentException>(() => new SchemeCatalogue([First, First]));
}
