using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Programmes;

namespace Diversion.Web.SignIn;

/// <summary>
/// The first lead of a programme comes in by a code that the server prints at its start: until a lead has an account, there
/// is nobody who could give one. It is good for one use, and only while no lead can sign in.
/// </summary>
public sealed class FirstLeadCode(Rulebook rulebook)
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int MostTries = 5;

    private readonly string code = new(RandomNumberGenerator.GetItems<char>(Letters, 16));
    private int tries;

    /// <summary>As it is printed: four groups of four.</summary>
    public string Printed => string.Join('-', code.Chunk(4).Select(group => new string(group)));

    /// <summary>No lead can sign in yet.</summary>
    public bool IsNeeded => !rulebook.Programme.LeadCanSignIn;

    /// <summary>It was typed wrongly too often; the next start of the server prints another.</summary>
    public bool IsSpent => Volatile.Read(ref tries) >= MostTries;

    /// <returns>False when the code is wrong, spent or not needed.</returns>
    internal bool Accepts(string? typed)
    {
        if (!IsNeeded || Interlocked.Increment(ref tries) > MostTries)
        {
            return false;
        }

        var plain = string.Concat((typed ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(plain), Encoding.UTF8.GetBytes(code)))
        {
            return false;
        }

        Interlocked.Exchange(ref tries, 0);
        return true;
    }
}
