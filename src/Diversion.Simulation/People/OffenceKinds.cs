using Diversion.Domain.Referral;

namespace Diversion.Simulation.People;

/// <summary>Low and medium-level offences with their class in law, and their frequency (assumed).</summary>
internal static class OffenceKinds
{
    /// <summary>What nobody else of the demo has done: its trial is about these cases alone.</summary>
    public static readonly (string Description, string Group, OffenceClass Class, bool Domestic, double Weight) OfTrial =
        ("Theft from a vehicle", "vehicle-crime", OffenceClass.EitherWay, false, 0);

    public static readonly (string Description, string Group, OffenceClass Class, bool Domestic, double Weight)[] All =
    [
        ("Theft from a shop", "theft", OffenceClass.EitherWay, false, 30),
        ("Criminal damage to a window", "criminal-damage", OffenceClass.EitherWay, false, 14),
        ("Common assault outside a public house", "common-assault", OffenceClass.SummaryOnly, false, 14),
        ("Common assault in the home", "common-assault", OffenceClass.SummaryOnly, true, 6),
        ("Assault occasioning actual bodily harm", "assault", OffenceClass.EitherWay, false, 8),
        ("Threatening words and behaviour", "public-order", OffenceClass.SummaryOnly, false, 12),
        ("Possession of cannabis", "drugs-possession", OffenceClass.EitherWay, false, 10),
        ("Fraud by false representation", "fraud", OffenceClass.EitherWay, false, 6),
    ];
}
