namespace Diversion.Local.Simulation.Behaviours;

/// <summary>One figure of the behaviour file.</summary>
/// <param name="Assumed">True when nobody has published it.</param>
/// <param name="Source">Where it comes from, or what it is based on.</param>
internal sealed record Figure(double Value, bool Assumed, string Source);
