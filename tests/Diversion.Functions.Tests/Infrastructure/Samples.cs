namespace Diversion.Functions.Tests.Infrastructure;

/// <summary>What the parameter files read from the environment of the person who deploys.</summary>
internal static class Samples
{
    public const string SignInClientId = "00000000-0000-0000-0000-0000000000c1";
    public const string Tenant = "00000000-0000-0000-0000-0000000000aa";
    public const string Subscription = "00000000-0000-0000-0000-0000000000bb";
    public const string SendGridApiKey = "SG.a-key-that-must-stay-in-the-vault";
    public const string PseudonymKey = "bytes-that-must-stay-in-the-vault";
}
