namespace Diversion.Simulation.Behaviours;

/// <summary>One figure of the behaviour file.</summary>
/// <param name="Assumed">True when nobody has published it.</param>
/// <param name="Source">Where it comes from, or what it is based on.</param>
public sealed record Figure(double Value, bool Assumed, string Source);
