import { Menu } from 'electron'
import { menuTemplate } from '../security/menu-template.ts'
import type { Surroundings } from '../security/surroundings.ts'

export function setMenu(platform: NodeJS.Platform, surroundings: Surroundings): void {
  const template = menuTemplate(platform, surroundings)
  Menu.setApplicationMenu(template === null ? null : Menu.buildFromTemplate(template))
}
