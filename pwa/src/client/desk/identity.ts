// The desk's calls about people: signing in, organizations and their members.
import { call, callJson } from "../http";
import { pageQuery, type Cursor } from "./paging";
import type { Me, Member, NewMember, Organization, OrganizationFacts, Page, Role } from "./types";

export const me = () => callJson<Me>("/v1/me");
export const signIn = (email: string, password: string) => callJson<Me>("/v1/sessions", { method: "POST", body: { email, password } });
export const signOut = () => call("/v1/sessions/current", { method: "DELETE" });
export const changePassword = (current: string, next: string) => call("/v1/me/password", { method: "PUT", body: { current, new: next } });

export const organizationPath = (orgId: string) => `/v1/organizations/${encodeURIComponent(orgId)}`;

export const organizations = (cursor?: Cursor) => callJson<Page<Organization>>(`/v1/organizations${pageQuery(cursor)}`);
export const organization = (orgId: string) => callJson<Organization>(organizationPath(orgId));
export const createOrganization = (facts: OrganizationFacts) => callJson<Organization>("/v1/organizations", { method: "POST", body: facts });
export const changeOrganization = (orgId: string, facts: Partial<OrganizationFacts>) =>
  callJson<Organization>(organizationPath(orgId), { method: "PATCH", body: facts });

export const members = (orgId: string) => callJson<Page<Member>>(`${organizationPath(orgId)}/members`);
export const addMember = (orgId: string, member: NewMember) =>
  callJson<Member>(`${organizationPath(orgId)}/members`, { method: "POST", body: member });
export const changeRoles = (orgId: string, memberId: string, roles: Role[]) =>
  callJson<Member>(`${organizationPath(orgId)}/members/${memberId}`, { method: "PUT", body: { roles } });
export const removeMember = (orgId: string, memberId: string) => call(`${organizationPath(orgId)}/members/${memberId}`, { method: "DELETE" });
