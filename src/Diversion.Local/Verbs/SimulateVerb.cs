
namespace Diversion.Local.Verbs;

/// <summary><c>simulate</c>: a made-up programme from its first referral to its last outcome.</summary>
internal static class SimulateVerb
{
    public static Verb Make() => new(
        SimulateCommand.Create(),
        ("diversion simulate --participants 800 --months 10 --seed 7", "A table of outcomes; the same seed gives the same digest."),
        ("diversion simulate --set breach.proposeAt=4 --out try", "The effect of another figure; the data is kept in try/data."));
}
