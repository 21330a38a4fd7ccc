
namespace Diversion.Web.Forms;

/// <summary>For choosing somebody from a list in the programme's settings.</summary>
public static class StaffWording
{
    /// <returns>Null when the list has somebody.</returns>
    public static string? Nobody(IReadOnlyList<Choice> list, string who) =>
        list.Count == 0 ? $"No {who} are set up. Ask the system administrator to add them to the programme’s settings." : null;
}
