using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Programmes;

namespace Diversion.Web.SignIn;

/// <summary>
/// The first lead of a programme comes in by a code, which the server prints at its start or whoever runs it put into its
/// settings: until a lead has an account, there is nobody who could give one. It is good for one use, and only while no lead
/// can sign in.
/// </summary>
public sealed class FirstLeadCode(Rulebook rulebook, OpenIdSettings settings)
{
    /// <summary>Letters and digits of a code, without dashes.</summary>
    public const int Length = 16;

    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int MostTries = 5;

    private readonly string code = settings.FirstLeadCode is { } given ? Plain(given) : new(RandomNumberGenerator.GetItems<char>(Letters, Length));
    private int tries;

    /// <summary>As it is printed: four groups of four.</summary>
    public string Printed => string.Join('-', code.Chunk(4).Select(group => new string(group)));

    /// <summary>The server made it; otherwise it is in the settings.</summary>
    public bool IsPrinted => settings.FirstLeadCode is null;

    /// <summary>No lead can sign in yet.</summary>
    public bool IsNeeded => !rulebook.Programme.LeadCanSignIn;

    /// <summary>It was typed wrongly too often; the next start of the server takes it again, or prints another.</summary>
    public bool IsSpent => Volatile.Read(ref tries) >= MostTries;

    /// <returns>False when the code is wrong, spent or not needed.</returns>
    internal bool Accepts(string? typed)
    {
        if (!IsNeeded || Interlocked.Increment(ref tries) > MostTries)
        {
            return false;
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Plain(typed ?? "")), Encoding.UTF8.GetBytes(code)))
        {
            return false;
        }

        Interlocked.Exchange(ref tries, 0);
        return true;
    }

    /// <summary>As it is compared: case and dashes don't matter.</summary>
    public static string Plain(string typed) => string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
