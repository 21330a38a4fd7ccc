using Diversion.Domain.Agreements;

namespace Diversion.Casework.Transfers;

/// <summary>Why a bundle is not taken.</summary>
public static class TransferRefusals
{
    public const string NotABundle = "transfer-not-a-bundle";
    public const string BundleDamaged = "transfer-damaged";
    public const string BundleNewer = "transfer-newer-version";
    public const string CodeWrong = "transfer-code-wrong";
    public const string SchemeMissing = "transfer-scheme-missing";
    public const string CaseIsHere = "transfer-case-is-here";
    public const string NoBundleAny = "transfer-no-bundle";

    internal static Refusal NoBundle() => new Refusal.Invalid(
        NotABundle, "This file is no bundle of a transfer. Choose the zip as the other programme saved it; a breach file or a completion file is another thing.") { Field = "file" };

    internal static Refusal Damaged() => new Refusal.Invalid(
        BundleDamaged, "This bundle is damaged or was changed: a file is missing, was put in, or is not the one of its list. Ask the other programme to send it again.") { Field = "file" };

    internal static Refusal Newer() => new Refusal.Invalid(
        BundleNewer, "This bundle holds something that this version of Diversion does not know, so a later version made it. Have this installation updated, then import it again.") { Field = "file" };

    internal static Refusal Code() => new Refusal.Invalid(
        CodeWrong, "This is not the code of this bundle. Ring the lead who handed the case over, have them read it out, and type all 16 letters and digits.") { Field = "code" };

    internal static Refusal Scheme(string scheme, int version) => new Refusal.RuleForbids(
        SchemeMissing, $"The agreement runs under the scheme {scheme} v{version}, which this programme does not have. Put its file into the schemes folder, then import it again.");

    internal static Refusal Here(string why) => new Refusal.WrongState(CaseIsHere, why);
}
