namespace Diversion.Simulation.Tests.Faults;

/// <summary>The simulated process was killed. Nothing of it runs on: every later call of it to a port throws this again.</summary>
internal sealed class ProcessDiedException() : Exception("The simulated process was killed.");
