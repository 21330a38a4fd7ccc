using Diversion.Simulation.Behaviours;

namespace Diversion.Simulation.Planning;

/// <summary>What the model of reoffending is made of.</summary>
/// <param name="Usual">Share of those processed as usual who offend again within 24 months, from 0 to below 1.</param>
/// <param name="Programme">The same of those who received the programme.</param>
/// <param name="FrailtyShape">How alike people are; smaller is less alike.</param>
/// <param name="OutOfCourt">Share of reoffences that are dealt with out of court, and so not proven.</param>
/// <param name="Cautioned">Share of the others that are cautioned and not convicted.</param>
/// <param name="DaysToProof">Mean days from offence to outcome.</param>
internal sealed record ReoffendingFigures(double Usual, double Programme, double FrailtyShape, double OutOfCourt, double Cautioned, double DaysToProof)
{
    public static ReoffendingFigures Of(Behaviour behaviour) => new(
        behaviour["reoffending.within24.usual"],
        behaviour["reoffending.within24.programme"],
        behaviour["reoffending.frailtyShape"],
        behaviour["reoffending.outOfCourt"],
        behaviour["reoffending.cautioned"],
        behaviour["reoffending.daysToProof"]);
}
