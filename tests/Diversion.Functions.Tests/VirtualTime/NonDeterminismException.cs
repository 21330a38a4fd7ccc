namespace Diversion.Functions.Tests.VirtualTime;

/// <summary>A replay requested something different from the first run: on the real host this breaks a running instance.</summary>
internal sealed class NonDeterminismException(string message) : Exception(message);
