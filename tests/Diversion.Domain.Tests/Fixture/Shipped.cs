using Diversion.Casework.Schemes;
using Diversion.Domain.Agreements;
using Diversion.Domain.Schemes;
using Diversion.Domain.Tests.Time;

namespace Diversion.Domain.Tests.Fixture;

/// <summary>The repository's own schemes and bank holidays: the tests use what is shipped.</summary>
internal static class Shipped
{
    public static SchemeCatalogue Schemes { get; } =
        Assert.IsType<SchemeLoad.Loaded>(SchemeFiles.Load(Path.Combine(AppContext.BaseDirectory, "schemes"))).Catalogue;

    public static RulesInForce Checkpoint { get; } = new(Schemes.Get(new SchemeRef("checkpoint", 1)), ShippedCalendar.Calendar);

    public static Deadlines Deadlines { get; } = new(ShippedCalendar.Calendar, Checkpoint.Scheme.Escalation);

    /// <summary>The version that asks what the route demands.</summary>
    public static RulesInForce Checkpoint2 { get; } = new(Schemes.Get(new SchemeRef("checkpoint", 2)), ShippedCalendar.Calendar);

    public static RulesInForce TurningPoint { get; } = new(Schemes.Get(new SchemeRef("turning-point", 1)), ShippedCalendar.Calendar);

    /// <summary>Checkpoint with figures set by path, checked like a scheme file.</summary>
    public static RulesInForce With(params string[] figures) => Checkpoint with
    {
        Scheme = Assert.IsType<SchemeOverrideResult.Applied>(SchemeOverrides.Apply(Checkpoint.Scheme, figures)).Rules,
    };
}
