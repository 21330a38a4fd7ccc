namespace Diversion.Web.Portal;

/// <summary>Distinguishes what a person typed from what the form adds.</summary>
internal static class FormFields
{
    private static readonly string[] OurOwn =
        [nameof(PortalPage.SeenVersion), nameof(PortalPage.FormKey), FormOwner.Field, "DraftTag", "returnUrl", "person", "step"];

    /// <summary>Texts to read and to copy; a tick or a choice among options is not one.</summary>
    public static IReadOnlyList<string> TypedByPeople(IEnumerable<KeyValuePair<string, string>> fields) =>
        [.. fields.Where(field => !OurOwn.Contains(field.Key) && field.Value.Length > 0 && field.Value is not ("true" or "false" or "True" or "False")).Select(field => field.Value)];
}
