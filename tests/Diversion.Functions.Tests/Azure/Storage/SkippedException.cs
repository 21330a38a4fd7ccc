namespace Diversion.Functions.Tests.Azure.Storage;

/// <summary>A test that cannot run here, and why; <see cref="SkippingTestFramework"/> reports it as skipped.</summary>
internal sealed class SkippedException(string reason) : Exception(reason);
