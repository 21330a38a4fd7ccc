namespace Diversion.Functions.Tests.Azure.Storage;

/// <summary>Tells xunit that a test was skipped, and why: it looks for this beginning of an exception's message.</summary>
internal sealed class SkippedException(string reason) : Exception("$XunitDynamicSkip$" + reason);
