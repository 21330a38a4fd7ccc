using Diversion.Casework.Csv;

namespace Diversion.Casework.StaffFiles;

/// <summary>The columns of a file of staff; <c>docs/import.md</c> says what each means.</summary>
public static class StaffFileColumns
{
    public const string Id = "id";
    public const string Name = "name";
    public const string Roles = "roles";
    public const string Team = "team";
    public const string TeamName = "team_name";
    public const string Organisation = "organisation";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Account = "account";
    public const string From = "first_day";
    public const string Manages = "manages_team";

    public static CsvColumns Columns { get; } = new(
    [
        new CsvColumn(Id, true, "staff_id", "person_id", "account_number"),
        new CsvColumn(Name, false, "full_name", "display_name"),
        new CsvColumn(Roles, false, "role"),
        new CsvColumn(Team, false, "team_id"),
        new CsvColumn(TeamName, false),
        new CsvColumn(Organisation, false, "organization", "provider"),
        new CsvColumn(Email, false, "email_address", "mail"),
        new CsvColumn(Phone, false, "phone_number", "telephone"),
        new CsvColumn(Account, false, "sign_in", "username", "user_principal_name"),
        new CsvColumn(From, false, "from", "start_date", "starts"),
        new CsvColumn(Manages, false, "manages", "manager_of"),
    ]);
}
